from __future__ import annotations

import zlib

import pikepdf

from briefing_app.documents.pdf_conformance import _end_plainly

RETURN = b"\r"


def test_a_font_that_ends_in_a_carriage_return_is_lengthened_until_it_does_not() -> None:
    content = next(one for n in range(70_000) if zlib.compress(one := b"%d" % n).endswith(RETURN))
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, content, Length1=len(content))
        stream.write(zlib.compress(content), filter=pikepdf.Name.FlateDecode)
        _end_plainly(stream)
        assert not stream.read_raw_bytes().endswith(RETURN)
        assert stream.read_bytes().startswith(content)
        assert stream.Length1 == len(stream.read_bytes())
