"""Page type: what the page says it is. Nothing is concluded from what it looks like."""

from __future__ import annotations

from cleancorpus.document import Evidence
from cleancorpus.metadata.embedded import Embedded
from cleancorpus.page import Statements

_BY_TYPE = (
    ("forum", ("discussionforumposting", "qapage")),
    ("product", ("product", "productgroup", "individualproduct")),
    ("collection", ("collectionpage", "offercatalog", "productcollection")),
    ("article", ("article", "blogposting", "newsarticle", "reportagenewsarticle", "recipe", "techarticle", "scholarlyarticle")),
)
"""Types of JSON-LD and of items, the most telling first: an article may be embedded in all of these."""
_BY_OPEN_GRAPH = {"product": "product", "product.group": "collection", "product.item": "product", "article": "article"}


def extract_page_type(statements: Statements, embedded: Embedded) -> tuple[str, Evidence] | None:
    """``forum``, ``product``, ``collection`` or ``article``, from JSON-LD, else from microdata or RDFa, else from Open Graph.
    None where none of them says."""
    for source, stated in (("json-ld type", embedded.types), (f"{embedded.marked.syntax} type", embedded.marked.types)):
        for name, types in _BY_TYPE:
            if found := stated & set(types):
                return name, Evidence(source, ", ".join(sorted(found)), 0.9)
    value = statements.meta_value("og:type") or ""
    name = _BY_OPEN_GRAPH.get(value.lower(), "")
    return (name, Evidence("og:type", value, 0.6)) if name else None
