"""Styles, numbering and settings of our Word files, in place of those of python-docx's template.

Its template carries four hundred kilobytes of styles, Japanese as the theme's language and
another program's name. Text flows in Word, so the fonts are those that most machines have.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.text import Language

LATIN, EAST_ASIAN = "Calibri", "Microsoft YaHei"
LANGUAGE_TAGS: Mapping[Language, str] = {Language.ZH: "zh-CN", Language.EN: "en-GB"}
INK, SLATE, LINE = "14213D", "475467", "98A2B3"
BULLETS, NUMBERS = 1, 2
"""Ids of the two abstract lists in `NUMBERING`."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def styles_xml(language: Language) -> str:
    """All styles: what a document needs, and no more."""
    styles = (_paragraph(*one) for one in (*_PARAGRAPHS, _fact(language)))
    return f"<w:styles {_W}>{_defaults(language)}{_BASE}{''.join(styles)}{_OWN}</w:styles>"


def _defaults(language: Language) -> str:
    line = 320 if language is Language.ZH else 288  # 240 is single spacing
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{EAST_ASIAN}" w:cs="{LATIN}"/>'
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="60" w:line="{line}" w:lineRule="auto"/>'
        f"</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _fact(language: Language) -> tuple[str, str, str, str]:
    """A label and its words, which begin where the longest label of the language has ended."""
    room = 2268 if language is Language.ZH else 3062
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{room}"/></w:tabs>'
    return "Fact", "Fact", f'{tab}<w:ind w:left="{room}" w:hanging="{room}"/>', ""


def _run(half_points: int, *, bold: bool = False, colour: str = INK) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f'{weight}<w:color w:val="{colour}"/>{size}'


def _paragraph(style_id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _border(side: str, eighths: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


_BASE = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>
"""
_PARAGRAPHS = (
    (
        "Title",
        "Title",
        '<w:keepNext/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        _run(44, bold=True),
    ),
    (
        "Subtitle",
        "Subtitle",
        '<w:keepNext/><w:spacing w:after="120"/>',
        _run(22, colour=SLATE),
    ),
    (
        "Heading1",
        "heading 1",
        f"<w:keepNext/><w:keepLines/><w:pBdr>{_border('top', 8, 6, INK)}</w:pBdr>"
        f'<w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
        _run(26, bold=True),
    ),
    (
        "ListBullet",
        "List Bullet",
        f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>',
        "",
    ),
    ("ListNumber", "List Number", "<w:keepLines/>", ""),
    ("TableText", "Table Text", '<w:spacing w:before="40" w:after="40"/>', _run(19)),
    (
        "TableHeading",
        "Table Heading",
        '<w:keepNext/><w:spacing w:before="40" w:after="40"/>',
        _run(18, bold=True, colour=SLATE),
    ),
    (
        "TableEnd",
        "Table End",
        '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>',
        _run(8),
    ),
    ("Header", "header", "", _run(18, bold=True)),
    (
        "Footer",
        "footer",
        f"<w:pBdr>{_border('top', 4, 4, LINE)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>',
        _run(17, colour=SLATE),
    ),
)
"""Id, name, and what the style says of a paragraph and of its words."""
_OWN = (
    f'<w:style w:type="character" w:styleId="FactLabel"><w:name w:val="Fact Label"/>'
    f'<w:rPr><w:b/><w:color w:val="{SLATE}"/></w:rPr></w:style>'
    f'<w:style w:type="table" w:styleId="MinutesTable"><w:name w:val="Minutes Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f"{_border('top', 8, 0, INK)}{_border('bottom', 8, 0, INK)}{_border('insideH', 4, 0, LINE)}"
    f"</w:tblBorders></w:tblPr></w:style>"
)


def numbering_xml(numbered_lists: int) -> str:
    """One bulleted list, and so many numbered ones that each begin at 1."""
    numbers = "".join(
        f'<w:num w:numId="{BULLETS + n}"><w:abstractNumId w:val="{NUMBERS}"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, numbered_lists + 1)
    )
    return (
        f"<w:numbering {_W}>{_list(BULLETS, 'bullet', '•')}{_list(NUMBERS, 'decimal', '%1')}"
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>{numbers}'
        f"</w:numbering>"
    )


def _list(list_id: int, form: str, sign: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    )


def settings_xml() -> str:
    """What Word needs to know of the file as a whole."""
    return (
        f"<w:settings {_W}><w:zoom w:percent='100'/><w:defaultTabStop w:val='425'/>"
        f"<w:characterSpacingControl w:val='compressPunctuation'/>"
        f"<w:compat><w:compatSetting w:name='compatibilityMode' "
        f"w:uri='http://schemas.microsoft.com/office/word' w:val='15'/></w:compat>"
        f"<w:themeFontLang w:val='en-GB' w:eastAsia='zh-CN'/></w:settings>"
    )
