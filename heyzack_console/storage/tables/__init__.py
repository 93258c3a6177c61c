"""The tables of `console.db`.

Every shared table has `key`, `deleted` and `_m` (compact JSON: group -> [eff, local chain number, seq] of the winning
version). Nothing but the key is unique and nothing is NOT NULL, so that rows of consoles that were apart can always
be merged. Column `info`: "group" names the columns that are written, won and lost together; "counter" marks a column
that is only ever added to. "rule" says who wins among versions that
did not know of one another, where it is not the latest. Table `info`: "append_only" marks records that are never
edited, only followed by others; "membership" those that are there or not: among versions that did not know of one
another, being there wins.
"""
