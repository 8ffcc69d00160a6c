"""The logical structure of a PDF: what its marked content is, in the order of reading.

A tree of structure elements (ISO 32000-1, 14.7) is gathered as `Node`s while pages are
painted and then written into the file, with the parent tree that leads back from a page's
content to its element.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from pikepdf import Array, Dictionary, Name, Pdf, String


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: its page from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The annotation at ``position`` of a page's; ``words`` are what it stands on."""

    page: int
    position: int
    words: str


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. All its marks are on one page.

    ``alt`` describes a figure and sums up a table; ``box`` is where a figure stands, in points
    from the page's bottom left corner: left, bottom, right, top.
    """

    kind: str
    title: str = ""
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Kid] = field(default_factory=list)

    def child(self, kind: str, **facts: Any) -> Node:
        """A new element as the last one in this."""
        node = Node(kind, **facts)
        self.kids.append(node)
        return node


Kid: TypeAlias = Node | Mark | LinkArea


def add_structure(pdf: Pdf, root: Node, marked: Sequence[Sequence[Node]]) -> None:
    """Write the tree under ``root``; ``marked`` holds, a page, the elements by mark number."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _TreeWriter(pdf)
    tree.K = writer.element(root, tree)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(writer.parents(marked))))
    tree.ParentTreeNextKey = len(marked) + len(writer.links)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _TreeWriter:
    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._written: dict[Node, Any] = {}
        self.links: list[Any] = []

    def element(self, node: Node, parent: Any) -> Any:
        """The node and all below it as indirect objects."""
        facts = {"/S": _name(node.kind), "/P": parent, **_facts(node)}
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            facts["/Pg"] = self._pages[page]
        if len(node.kids) == 1 and isinstance(node.kids[0], Mark):  # most of them, so in one go
            facts["/K"] = node.kids[0].number
        element = self._written[node] = self._pdf.make_indirect(Dictionary(facts))
        if "/K" not in facts:
            element.K = Array([self._kid(kid, element) for kid in node.kids])
        return element

    def parents(self, marked: Sequence[Sequence[Node]]) -> Iterator[Any]:
        """The parent tree: a key for each page, then one for each link."""
        for number, (page, nodes) in enumerate(zip(self._pages, marked, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            yield number
            yield self._pdf.make_indirect(Array([self._written[node] for node in nodes]))
        for number, (annotation, element) in enumerate(self.links, start=len(self._pages)):
            annotation.StructParent = number
            yield number
            yield element

    def _kid(self, kid: Kid, element: Any) -> Any:
        match kid:
            case Node():
                return self.element(kid, element)
            case Mark():
                return kid.number
            case LinkArea():
                annotation = self._pages[kid.page].Annots[kid.position]
                annotation.Contents = String(kid.words)
                annotation.F = 4  # printed, as PDF/A wants it
                self.links.append((annotation, element))
                return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[kid.page])


def _facts(node: Node) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if node.title:
        facts["/T"] = String(node.title)
    if node.kind == "TH":
        facts["/A"] = Dictionary(O=Name.Table, Scope=Name.Column)
    elif node.kind == "Table" and node.alt:
        facts["/A"] = Dictionary(O=Name.Table, Summary=String(node.alt))
    elif node.alt:
        facts["/Alt"] = String(node.alt)
    if node.box is not None:
        box = Array([round(length, 2) for length in node.box])
        facts["/A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return facts


@lru_cache
def _name(kind: str) -> Name:
    return Name(f"/{kind}")
