"""Page type: what the page says it is. Nothing is concluded from what it looks like."""

from __future__ import annotations

from cleancorpus.document import Evidence
from cleancorpus.metadata.jsonld import Embedded
from cleancorpus.page import Statements

_BY_TYPE = (
    ("forum", ("discussionforumposting", "qapage")),
    ("product", ("product", "productgroup", "individualproduct")),
    ("collection", ("collectionpage", "offercatalog", "productcollection")),
    ("article", ("article", "blogposting", "newsarticle", "reportagenewsarticle", "recipe", "techarticle", "scholarlyarticle")),
)
"""Types of JSON-LD, the most telling first: an article may be embedded in all of these."""
_BY_OPEN_GRAPH = {"product": "product", "product.group": "collection", "product.item": "product", "article": "article"}


def extract_page_type(statements: Statements, embedded: Embedded) -> tuple[str, Evidence] | None:
    """``forum``, ``product``, ``collection`` or ``article``, from JSON-LD, else from Open Graph; None where neither says."""
    for name, types in _BY_TYPE:
        if found := embedded.types & set(types):
            return name, Evidence("json-ld type", ", ".join(sorted(found)), 0.9)
    value = statements.meta_value("og:type") or ""
    name = _BY_OPEN_GRAPH.get(value.lower(), "")
    return (name, Evidence("og:type", value, 0.6)) if name else None
