"""What makes a tagged PDF one by the standards: PDF/UA-1 (accessible), PDF/A-2a (to archive).

The structure goes in, with metadata in XMP, the meaning of its colours, and character maps
without entries for glyphs that are no character.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from briefing_app.documents.pdf_structure import Node, add_structure

_OPENED, _CLOSED = b" beginbfchar\n", b"endbfchar"
_MAPPING = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>")
_NOTHING = b"0000"
_BLOCK = 100
_RETURN = b"\r"
_OPEN_END = _RETURN + b"\nendstream"
_PROFILE_DATE = slice(24, 36)
"""Where an ICC profile says when it was made (ICC.1, 7.2)."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""

_PADDING = b"\1"
"""What lengthens a font: a zero would leave the checksum's last byte, and so its end, as it was."""


def conforming(painted: bytes, root: Node, marked: Sequence[Sequence[Node]]) -> bytes:
    """The painted PDF with its structure, metadata and output intent.

    ``marked`` is as for `add_structure`. The same input gives the same bytes.
    """
    with pikepdf.open(io.BytesIO(painted)) as pdf:
        _clean_character_maps(pdf)
        _add_metadata(pdf)
        _add_output_intent(pdf)
        for stream in _streams(pdf):
            _name_filter(stream)
            _end_plainly(stream)
        add_structure(pdf, root, marked)  # last, for it brings most of the objects
        return _saved_plainly(pdf)


def _saved_plainly(pdf: Pdf) -> bytes:
    """The file, none of whose streams ends in a carriage return.

    Those that hold objects are made while saving. One object more shifts what is in each.
    """
    for entry in ("", "/MarkInfo", "/ViewerPreferences"):
        if entry:
            pdf.Root[entry] = pdf.make_indirect(pdf.Root[entry])
        saved = _saved(pdf, ObjectStreamMode.generate)
        if _OPEN_END not in saved:
            return saved
    return _saved(pdf, ObjectStreamMode.disable)


def _saved(pdf: Pdf, mode: ObjectStreamMode) -> bytes:
    out = io.BytesIO()
    pdf.save(out, min_version="1.7", deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()


def _streams(pdf: Pdf) -> Iterator[Stream]:
    return (entry for entry in pdf.objects if isinstance(entry, Stream))


def _name_filter(stream: Stream) -> None:
    """Name the only filter of a stream: of a list saving packs the content anew."""
    if isinstance(stream.get("/Filter"), Array) and len(stream.Filter) == 1:
        stream.Filter = stream.Filter[0]


def _end_plainly(stream: Stream) -> None:
    """Let no stream end in a carriage return, which checkers take for the line end after it."""
    if not stream.read_raw_bytes().endswith(_RETURN):
        return
    content = stream.read_bytes()
    while (packed := zlib.compress(content)).endswith(_RETURN):
        content += _PADDING if "/Length1" in stream else b"\n"
    stream.write(packed, filter=Name.FlateDecode)
    if "/Length1" in stream:  # a font
        stream.Length1 = len(content)


def _add_metadata(pdf: Pdf) -> None:
    """XMP that says the same as the document information; neither tells a date."""
    facts = pdf.docinfo
    for date in ("/CreationDate", "/ModDate"):
        if date in facts:
            del facts[date]
    said = {
        "title": facts.get("/Title", ""),
        "author": facts.get("/Author", ""),
        "subject": facts.get("/Subject", ""),
        "producer": facts.get("/Producer", ""),
        "creator": facts.get("/Creator", ""),
        "language": pdf.Root.get("/Lang", ""),
    }
    xmp = _XMP.format_map({name: escape(str(words)) for name, words in said.items()})
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _add_output_intent(pdf: Pdf) -> None:
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name("/GTS_PDFA1"),
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(
            zlib.compress(_srgb_profile()), N=3, Filter=Name.FlateDecode
        ),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


@lru_cache
def _srgb_profile() -> bytes:
    """An sRGB profile that does not tell when it was made."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = bytes(12)
    return bytes(profile)


def _clean_character_maps(pdf: Pdf) -> None:
    """Character maps without the U+0000 that reportlab fills unused places of a font with."""
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            cleaned = _cleaned(font.ToUnicode.read_bytes())
            font.ToUnicode.write(zlib.compress(cleaned), filter=Name.FlateDecode)


def _cleaned(character_map: bytes) -> bytes:
    """The map in blocks of at most 100 characters (ISO 32000-1, 9.10.3), each in UTF-16."""
    before, _, after = character_map.partition(_OPENED)
    mapped, _, rest = after.partition(_CLOSED)
    pairs = ((code, sign) for code, sign in _MAPPING.findall(mapped) if sign != _NOTHING)
    lines = [b"<%s> <%s>" % (code, _in_utf_16(sign)) for code, sign in pairs]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    written = [b"%d%s%s\n%s" % (len(b), _OPENED, b"\n".join(b), _CLOSED) for b in blocks]
    head = before[: before.rindex(b"\n") + 1]
    return head + b"\n".join(written) + rest


def _in_utf_16(sign: bytes) -> bytes:
    """A code point in hexadecimal, as its two surrogates where it takes more than 16 bits."""
    if len(sign) <= len(_NOTHING):
        return sign
    return chr(int(sign, 16)).encode("utf-16-be").hex().upper().encode()


def _fonts(pdf: Pdf) -> list[Dictionary]:
    kinds = (entry for entry in pdf.objects if isinstance(entry, Dictionary))
    return [entry for entry in kinds if entry.get("/Type") == Name.Font]
