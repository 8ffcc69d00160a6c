"""Clients and the people who work there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.ids import ClientId, IndustryId, PersonId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.sharing import shareable
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money

_NAMELESS = ("?", "？")


class Grade(Labelled):
    """How much a client weighs for us (PRACTICE section 6)."""

    S = "S", N_("S - strategic")
    A = "A", N_("A - important")
    B = "B", N_("B - regular")
    C = "C", N_("C - other")


class CompanySize(Labelled):
    """A company's size by its people."""

    SMALL = "small", N_("Under 100 people")
    MEDIUM = "medium", N_("100 to 999 people")
    LARGE = "large", N_("1,000 to 9,999 people")
    VERY_LARGE = "very-large", N_("10,000 people or more")


class Department(Labelled):
    """Where in a company somebody works, or which part of it a product touches."""

    GENERAL_MANAGEMENT = "general-management", N_("General management")
    OPERATIONS = "operations", N_("Operations")
    PRODUCT = "product", N_("Product management")
    TECHNOLOGY = "technology", N_("Technology")
    DATA = "data", N_("Data")
    SECURITY = "security", N_("Information security")
    MARKETING = "marketing", N_("Marketing")
    SALES = "sales", N_("Sales")
    CUSTOMER_SERVICE = "customer-service", N_("Customer service")
    FINANCE = "finance", N_("Finance")
    PURCHASING = "purchasing", N_("Purchasing")
    LEGAL = "legal", N_("Legal and compliance")
    OTHER = "other", N_("Other department")


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A company that buys, or may buy. ``situation`` is told in the client's own words."""

    id: ClientId
    name: Text = shareable()
    short_name: Text = shareable(default=Text())
    industry: IndustryId
    city: Text = shareable(default=Text())
    situation: Text = shareable(default=Text())
    grade: Grade = Grade.C
    size: CompanySize | None = None
    annual_revenue: Money | None = None
    business_process: Text = Text()
    website: str = ""
    time_zone: str = "Asia/Shanghai"
    note: Text = Text()

    @property
    def display_name(self) -> Text:
        """The short name where there is one; each language on its own."""
        return self.short_name.filled_from(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who works at a client."""

    id: PersonId
    client: ClientId
    name: Text = shareable()
    title: Text = shareable(default=Text())
    department: Department = Department.OTHER
    email: str = ""
    phone: str = ""
    last_contact: date | None = None
    note: Text = Text()

    @property
    def is_placeholder(self) -> bool:
        """True for somebody whom nobody has named yet: the name begins with a question mark."""
        return is_nameless(self.name)


def is_nameless(name: Text) -> bool:
    """True for a name that begins with a question mark."""
    return any(words.lstrip().startswith(_NAMELESS) for words in name.both)
