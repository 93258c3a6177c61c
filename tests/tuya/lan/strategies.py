"""Hypothesis strategies for keys, payloads and frames."""

import json

from hypothesis import strategies as st

from heyzack_console.tuya.lan.wire import Version

keys = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=16, max_size=16).map(str.encode)
versions = st.sampled_from(list(Version))
values = st.booleans() | st.integers(-(2**31), 2**31) | st.text(max_size=20)
points = st.dictionaries(st.integers(1, 255).map(str), values, max_size=8)
payloads = points.map(lambda dps: json.dumps({"dps": dps}, separators=(",", ":"), ensure_ascii=False).encode())
sequences = st.integers(0, 2**32 - 1)
retcodes = st.sampled_from([0, 1])
