"""Features of blocks for learned labellers: each defined once, named, with its unit, computed for a batch of pages at once.

`registry` holds the list, `batch` the flat arrays that all are computed from, and each family has a module: `text` what a block
says, `markup` how it is set, `place` where it stands, `around` what stands beside it, `container` what holds it, `group` what is
built like it, `stated` what the page says about itself.

Only integers are summed, so no figure depends on how pages are batched. Plain text has no markup: such features are -1 there.
"""
