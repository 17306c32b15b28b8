"""Text to text: small, recorded, idempotent repairs. One effect per module; `plan` holds their order."""
