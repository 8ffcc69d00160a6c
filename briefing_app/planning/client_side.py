"""What a client may see of a dossier: types that cannot hold an internal fact.

Each class here is a view of one record type. It is declared with `view_of`, which refuses,
when the module is imported, a field that the domain did not mark shareable. Documents for
clients accept a `ClientSide` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client, Department, Person
from briefing_app.domain.ids import CaseId, ProductId
from briefing_app.domain.industry import BusinessProcess, IndustryPack, Pressure
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import (
    AdoptionProfile,
    Capability,
    Colleague,
    IndustryValue,
    Integration,
    OwnCompany,
    Product,
    ProductSurface,
    RunningDependence,
    SuccessCase,
    TrustStatement,
)
from briefing_app.domain.opportunity import Need, Opportunity, Stage
from briefing_app.domain.picture import Picture
from briefing_app.domain.sharing import may_share, shareable_names
from briefing_app.domain.slide_list import SlideWords
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.planning.client_questions import ClientQuestion


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


View = TypeVar("View", bound=_Dataclass)


def view_of(record_type: type) -> Callable[[type[View]], type[View]]:
    """Declare a client-side view of ``record_type``.

    Raises TypeError when the view has a field that is not shareable in the domain.
    """

    def check(view_type: type[View]) -> type[View]:
        internal = {f.name for f in fields(view_type)} - shareable_names(record_type)
        if internal:
            names = ", ".join(sorted(internal))
            raise TypeError(f"{view_type.__name__} shows internal fields: {names}")
        return view_type

    return check


def share(record: _Dataclass, view_type: type[View], **nested: object) -> View:
    """A view of ``record``: its shareable fields by name, ``nested`` views in their place.

    A field whose condition does not hold for this record gets the default of the record type.
    """
    values = {
        f.name: _shared_value(record, f.name) for f in fields(view_type) if f.name not in nested
    }
    return view_type(**values, **nested)


def _shared_value(record: _Dataclass, name: str) -> Any:
    record_field = record.__dataclass_fields__[name]
    if may_share(record, record_field):
        return getattr(record, name)
    return Text() if record_field.default is MISSING else record_field.default


@view_of(Client)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedClient:
    """The client as it may read about itself."""

    name: Text
    short_name: Text
    city: Text
    situation: Text

    @property
    def display_name(self) -> Text:
        """The short name where there is one; each language on its own."""
        return self.short_name.filled_from(self.name)


@view_of(Person)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedPerson:
    """An attendee by name and title."""

    name: Text
    title: Text


@view_of(Opportunity)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedOpportunity:
    """The project; the commercial frame is empty unless pricing may be shown."""

    name: Text
    commercial_frame: Text


@view_of(Need)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedNeed:
    """A need in the client's words."""

    statement: Text


@view_of(AdoptionProfile)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedAdoption:
    """What it takes to adopt a product."""

    integration: Integration
    running_dependence: RunningDependence
    on_core_flow: bool
    surface: ProductSurface
    improves: tuple[Department, ...]
    typical_weeks: int
    client_effort: Text


@view_of(IndustryValue)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedValue:
    """What a product does for the client's industry."""

    pain: Text
    value: Text
    day_before: Text
    day_after: Text
    measures: tuple[Measure, ...]
    assumptions: Text


@view_of(Product)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedProduct:
    """A product without talk tracks, objections and price notes."""

    name: Text
    essence: Text
    capabilities: tuple[Capability, ...]
    works_in: tuple[Capability, ...]
    facts: tuple[Capability, ...]
    adoption: SharedAdoption


@view_of(SuccessCase)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedCase:
    """A success case; ``customer`` and ``quote_by`` are empty where it must stay anonymous."""

    customer: Text
    anonymous_name: Text
    situation: Text
    what_was_done: Text
    results: tuple[Measure, ...]
    quote: Text
    quote_by: Text

    @property
    def public_name(self) -> Text:
        """The name under which the case is shown."""
        return self.customer or self.anonymous_name


@view_of(IndustryPack)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedIndustry:
    """The industry without questions, objections and topics."""

    name: Text
    summary: Text
    processes: tuple[BusinessProcess, ...]
    rollout: tuple[BusinessProcess, ...]


@view_of(Pressure)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedPressure:
    """A force on the industry; a statistic always has its source."""

    title: Text
    detail: Text
    statistic: Text
    source: Text


@view_of(OwnCompany)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedCompany:
    """Our own company."""

    name: Text
    short_name: Text
    essence: Text
    vision: Text
    address: Text
    phone: str
    email: str
    website: str
    trust: tuple[TrustStatement, ...]
    service: tuple[Text, ...]

    @property
    def display_name(self) -> Text:
        """The short name where there is one; each language on its own."""
        return self.short_name.filled_from(self.name)


@view_of(Colleague)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedColleague:
    """One of our people, with what is on a business card."""

    name: Text
    title: Text
    email: str
    phone: str


@view_of(Logo)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedLogo:
    """A logo as a picture."""

    content: bytes

    @property
    def picture(self) -> Picture:
        """The picture that documents show."""
        return Picture.of_png(self.content)


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedLogos:
    """The variants of one company's logo, where there are any."""

    for_light: SharedLogo | None = None
    for_dark: SharedLogo | None = None


@view_of(Visit)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedVisit:
    """The meeting as the invitation would tell it. ``starts_at`` is aware, in UTC."""

    starts_at: datetime
    minutes: int
    place: Text
    purpose: Text


@view_of(FollowUp)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedFollowUp:
    """A next step with its owner and dates."""

    what: Text
    owner: Text
    due: date | None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A proposed product. ``answers`` are indexes into `ClientSide.needs`."""

    product_id: ProductId
    product: SharedProduct
    value: SharedValue | None
    answers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChosenCase:
    """A success case chosen for this visit. ``products`` are names of products used."""

    case_id: CaseId
    case: SharedCase
    products: tuple[Text, ...]


class SlideKind(Labelled):
    """What a slide is for: the candidates of the storyline."""

    COVER = "cover", N_("Cover")
    UNDERSTANDING = "understanding", N_("What we understood")
    PRESSURES = "pressures", N_("The industry's pressures")
    NEEDS_AND_ANSWERS = "needs-and-answers", N_("Needs and what answers them")
    PROPOSAL = "proposal", N_("The proposal at a glance")
    PRODUCT = "product", N_("Why this product here")
    DAY_BEFORE_AFTER = "day-before-after", N_("The day before and after")
    ARCHITECTURE = "architecture", N_("How it works")
    EFFORT = "effort", N_("Effort to adopt")
    VALUE = "value", N_("Expected value")
    CASE = "case", N_("Success case")
    TRUST = "trust", N_("Why trust us")
    ROLLOUT = "rollout", N_("Rollout and service")
    TRAINING = "training", N_("Training and getting started")
    COMPLIANCE = "compliance", N_("Compliance and process")
    COMMERCIAL = "commercial", N_("Commercial frame")
    NEXT_STEPS = "next-steps", N_("Next steps")
    CONTACTS = "contacts", N_("Contacts")
    APPENDIX = "appendix", N_("Appendix")
    INTRODUCTION = "introduction", N_("Who we are")
    QUESTIONS = "questions", N_("Questions to you")
    PRIORITIES = "priorities", N_("Priorities")
    OPTIONS = "options", N_("Options")
    GIVE_AND_TAKE = "give-and-take", N_("What both sides give")
    PROGRESS = "progress", N_("Where we stand")
    TIMING = "timing", N_("From today to everyday use")


ABOUT_A_PRODUCT = frozenset(
    {SlideKind.PRODUCT, SlideKind.DAY_BEFORE_AFTER, SlideKind.ARCHITECTURE, SlideKind.VALUE}
)
"""The kinds of which there is one slide for each product shown."""


@view_of(SlideWords)
@dataclass(frozen=True, kw_only=True, slots=True)
class SharedWords:
    """Words of the user's own on a slide; see `SlideWords`."""

    name: str
    words: Text
    instead_of: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedSlide:
    """A slide that the storyline chose.

    ``subject`` is a product's id for the kinds in `ABOUT_A_PRODUCT`, a case's id for
    ``CASE`` and empty otherwise. ``answers`` are the concerns that such a slide answers by
    its content; they do not depend on who has which concern. ``words`` replace what the
    slide would say.
    """

    kind: SlideKind
    subject: str = ""
    answers: tuple[ConcernTopic, ...] = ()
    words: tuple[SharedWords, ...] = ()

    @property
    def key(self) -> str:
        """A name for the slide that stays the same from export to export."""
        return f"{self.kind.value}:{self.subject}" if self.subject else self.kind.value


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientSide:
    """All that deck and brochure know. It has no field that could hold an internal fact.

    ``needs`` are all, the hardest first; slides list ``shown_needs`` of them. ``agreed`` is
    what was promised to or by the client, done or open; ``questions`` are fixed phrases.
    """

    client: SharedClient
    time_zone: str
    stage: Stage
    audience: Audience
    visit: SharedVisit
    opportunity: SharedOpportunity
    industry: SharedIndustry
    pressures: tuple[SharedPressure, ...]
    needs: tuple[SharedNeed, ...]
    proposals: tuple[Proposal, ...]
    cases: tuple[ChosenCase, ...]
    company: SharedCompany
    team: tuple[SharedColleague, ...]
    attendees: tuple[SharedPerson, ...]
    next_steps: tuple[SharedFollowUp, ...]
    storyline: tuple[PlannedSlide, ...]
    own_logos: SharedLogos = SharedLogos()
    client_logos: SharedLogos = SharedLogos()
    shown_needs: int = 8
    agreed: tuple[SharedFollowUp, ...] = ()
    questions: tuple[ClientQuestion, ...] = ()

    @property
    def listed_needs(self) -> tuple[SharedNeed, ...]:
        """The weightiest needs: as many as a slide lists."""
        return self.needs[: self.shown_needs]
