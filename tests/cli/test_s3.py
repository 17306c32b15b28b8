"""`cleancorpus clean` from and to s3://, against a server of our own on this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from cleancorpus.batch.folder import MANIFEST

FIXTURES = Path(__file__).parents[2] / "fixtures"
BUCKET = "crawl"


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    """A client of a bucket that holds pages, a crawl of them as JSON lines, and a table."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", **KEYS)
    client.create_bucket(Bucket=BUCKET)
    yield client
    server.stop()


KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "us-east-1"}


def environment(client: Any) -> dict[str, str]:
    """What the AWS tools read."""
    own = {
        "AWS_ENDPOINT_URL": client.meta.endpoint_url,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    return {**os.environ, **own}


def clean(client: Any, *arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cleancorpus", "clean", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**environment(client), **(env or {})},
        timeout=100,
    )


def keys(client: Any, prefix: str) -> dict[str, bytes]:
    """What stands in the bucket below a name."""
    listed = client.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
    return {item["Key"].removeprefix(prefix): client.get_object(Bucket=BUCKET, Key=item["Key"])["Body"].read() for item in listed}


@pytest.fixture
def crawl(s3: Any) -> dict[str, bytes]:
    """Six pages as objects; what is in them by key."""
    pages = [page for page in sorted(FIXTURES.glob("*/page.html")) if "shell" not in page.parent.name][:6]
    assert len(pages) == 6
    found = {f"pages/{page.parent.name}.html": page.read_bytes() for page in pages}
    for key, body in found.items():
        s3.put_object(Bucket=BUCKET, Key=key, Body=body)
    return found


def test_pages_of_a_bucket_become_parts_of_a_bucket(s3: Any, crawl: dict[str, bytes], tmp_path: Path) -> None:
    """A prefix is a folder; the parts hold what a run on this machine gives, but for the names."""
    done = clean(s3, "s3://crawl/pages", "-o", "s3://crawl/parts/", "--part-size", "4", "-w", "2", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = keys(s3, "parts/")
    assert sorted(written) == [MANIFEST, "part-00000.jsonl", "part-00001.jsonl"]
    records = [json.loads(line) for name in sorted(written)[1:] for line in written[name].splitlines()]
    assert [record["id"] for record in records] == [f"s3://crawl/{key}" for key in sorted(crawl)]
    for key, body in crawl.items():
        (tmp_path / Path(key).name).write_bytes(body)
    local = clean(s3, str(tmp_path), "-q")
    assert [record["text"] for record in records] == [json.loads(line)["text"] for line in local.stdout.splitlines()]
    lines = [json.loads(line) for line in written[MANIFEST].splitlines()]
    assert [item["path"] for item in lines[0]["run"]["inputs"]] == [f"s3://crawl/{key}" for key in sorted(crawl)]
    assert lines[-1] == {"finished": True, "parts": 2, "records": 6, "outcomes": lines[-1]["outcomes"]}


@pytest.mark.usefixtures("crawl")
def test_a_run_into_a_bucket_goes_on(s3: Any) -> None:
    """What a kill leaves behind, a manifest without its last lines and a part that none of them names, is made whole again."""
    asked = ("s3://crawl/pages/*.html", "-o", "s3://crawl/again/", "--part-size", "2", "--pack", "gzip", "-q")
    assert clean(s3, *asked).returncode == 0
    whole = keys(s3, "again/")
    assert len(whole) == 4
    s3.put_object(Bucket=BUCKET, Key=f"again/{MANIFEST}", Body=b"".join(whole[MANIFEST].splitlines(keepends=True)[:2]))
    s3.delete_object(Bucket=BUCKET, Key="again/part-00002.jsonl.gz")
    assert clean(s3, *asked).returncode == 0
    assert keys(s3, "again/") == whole
    other = clean(s3, *asked, "--profile", "strict")
    assert other.returncode == 2
    assert "other profile (article there, strict here)" in other.stderr


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("name", ["one.jsonl.zst", "one.parquet", "one.md"])
def test_one_file_of_any_format_and_back(s3: Any, name: str) -> None:
    """Written whole, and read again where it is a format that is read."""
    assert clean(s3, "s3://crawl/pages/", "-q", "-o", f"s3://crawl/{name}").returncode == 0
    assert list(keys(s3, name)) == [""]
    if not name.endswith("md"):
        again = clean(s3, f"s3://crawl/{name}", "-q")
        assert again.returncode == 0
        assert len(again.stdout.splitlines()) == 6


@pytest.mark.usefixtures("crawl")
def test_a_tree_of_texts(s3: Any) -> None:
    """One object a document, under safe names."""
    assert clean(s3, "s3://crawl/pages/", "-q", "-f", "text", "-o", "s3://crawl/tree").returncode == 0
    written = keys(s3, "tree/")
    assert len(written) == 6
    assert all(name.startswith("s3/crawl/pages/") and name.endswith(".txt") for name in written)


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("s3://crawl/nothing/",), "no such file or folder"),
        (("s3://crawl/nothing*.html",), "no file matches"),
        (("s3://crawl/pages/", "-o", "s3://no-such-bucket/out.jsonl"), "s3://no-such-bucket"),
        (("s3://crawl/pages/", "-o", "s3://no-such-bucket/out/"), "s3://no-such-bucket"),
        (("s3://crawl/pages/", "-o", "s3://crawl/pages/out.jsonl"), "lies inside the input folder"),
        (("http://127.0.0.1/a.html",), "fetches none"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is(s3: Any, arguments: tuple[str, ...], told: str) -> None:
    """The name, the reason, exit code 2; no bucket is made."""
    done = clean(s3, *arguments, "-q")
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]] == [BUCKET]


@pytest.mark.usefixtures("crawl")
def test_no_rights_are_not_no_file(s3: Any) -> None:
    """Without credentials nothing is called missing."""
    done = clean(
        s3, "s3://crawl/pages/", env={"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_EC2_METADATA_DISABLED": "true"}
    )
    assert done.returncode == 2
    assert "no such file" not in done.stderr
    assert "cannot be looked up" in done.stderr
