"""Every text of the records behind a client's documents, with the field where it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from briefing_app.domain.offering import Product
from briefing_app.domain.records import Record
from briefing_app.domain.sharing import may_share
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import FactReference
from briefing_app.planning.client_view import shown_needs
from briefing_app.planning.findings import Findings
from briefing_app.planning.next_steps import open_for_client
from briefing_app.planning.reasons import fact


def shown_texts(findings: Findings) -> Iterator[tuple[FactReference, Text]]:
    """Each shareable text of each record that deck and brochure draw on."""
    for record in _records(findings):
        for record_field in fields(record):
            if may_share(record, record_field):
                value = _relevant(findings, record, record_field.name)
                for text in _texts(value):
                    yield fact(record, record_field.name), text


def _records(findings: Findings) -> Iterator[Record]:
    facts = findings.facts
    dossier = facts.dossier
    yield from (dossier.client, dossier.visit, dossier.opportunity, dossier.industry)
    yield dossier.company
    yield from dossier.team
    yield from (contact.person for contact in facts.attending)
    yield from shown_needs(facts)
    yield from findings.hand.products
    yield from findings.hand.cases
    yield from open_for_client(facts)


def _relevant(findings: Findings, record: Record, name: str) -> Any:
    """The field's value; of a product's values only the one for this industry."""
    if isinstance(record, Product) and name == "values":
        return findings.hand.value_of(record)
    return getattr(record, name)


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for value_field in fields(value):
            if may_share(value, value_field):
                yield from _texts(getattr(value, value_field.name))
