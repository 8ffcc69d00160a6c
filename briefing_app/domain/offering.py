"""What we bring: our own company, its people, products and success cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.client import CompanySize, Department
from briefing_app.domain.ids import CaseId, ClientId, ColleagueId, CompanyId, IndustryId, ProductId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.sharing import shareable
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure


class TrustSource(Labelled):
    """The five sources of trust (PRACTICE section 4)."""

    PRODUCT_AND_SERVICE = "product-and-service", N_("Product and professional service")
    STABILITY = "stability", N_("Stability")
    LIGHTHOUSE_CLIENTS = "lighthouse-clients", N_("Lighthouse clients")
    CERTIFICATION = "certification", N_("Certification and independent reports")
    VISION = "vision", N_("Vision")


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustStatement:
    """One reason to trust us, and what proves it."""

    source: TrustSource = shareable()
    statement: Text = shareable()
    proof: Text = shareable(default=Text())


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnCompany:
    """The vendor: there is one record of it."""

    id: CompanyId
    name: Text = shareable()
    short_name: Text = shareable(default=Text())
    essence: Text = shareable(default=Text())
    vision: Text = shareable(default=Text())
    address: Text = shareable(default=Text())
    phone: str = shareable(default="")
    email: str = shareable(default="")
    website: str = shareable(default="")
    trust: tuple[TrustStatement, ...] = shareable(default=())
    service: tuple[Text, ...] = shareable(default=())
    note: Text = Text()

    @property
    def display_name(self) -> Text:
        """The short name where there is one; each language on its own."""
        return self.short_name.filled_from(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    """Somebody of our own team."""

    id: ColleagueId
    name: Text = shareable()
    title: Text = shareable(default=Text())
    email: str = shareable(default="")
    phone: str = shareable(default="")
    note: Text = Text()


class Integration(Labelled):
    """What it takes to connect a product."""

    ONE_OFF = "one-off", N_("One-off connection")
    PROJECT = "project", N_("Integration project")
    CONTINUOUS = "continuous", N_("Continuous integration work")


class RunningDependence(Labelled):
    """Whose engineers carry a fault once the product runs."""

    NONE = "none", N_("Faults do not reach the client's engineers")
    OCCASIONAL = "occasional", N_("Occasional support by the client's engineers")
    STANDING = "standing", N_("Faults come back as standing maintenance")


class ProductSurface(Labelled):
    """How much of the client's own product a product takes."""

    NONE = "none", N_("Back office only")
    ENTRANCE = "entrance", N_("Takes an entrance in the client's product")
    USER_SYSTEM = "user-system", N_("Changes the client's user system")
    ENTRANCE_AND_USER_SYSTEM = (
        "entrance-and-user-system",
        N_("Takes an entrance and changes the user system"),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class AdoptionProfile:
    """A product's own nature, from which the KDM follows (PRACTICE section 2).

    ``improves`` names the departments whose cost or result it improves, strongest first.
    ``has_visible_demand`` is false where end users are already served well by what they have.
    """

    integration: Integration = shareable()
    running_dependence: RunningDependence = shareable()
    on_core_flow: bool = shareable()
    surface: ProductSurface = shareable()
    has_visible_demand: bool
    improves: tuple[Department, ...] = shareable()
    typical_weeks: int = shareable(default=0)
    client_effort: Text = shareable(default=Text())


@dataclass(frozen=True, kw_only=True, slots=True)
class IndustryValue:
    """What a product does for one industry; ``talk_track`` is for our own people."""

    industry: IndustryId = shareable()
    pain: Text = shareable()
    value: Text = shareable()
    day_before: Text = shareable(default=Text())
    day_after: Text = shareable(default=Text())
    measures: tuple[Measure, ...] = shareable(default=())
    assumptions: Text = shareable(default=Text())
    talk_track: Text = Text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Objection:
    """What a client may say against it, and our answer; internal."""

    topic: ConcernTopic
    says: Text
    answer: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Capability:
    """One thing a product does."""

    name: Text = shareable()
    detail: Text = shareable(default=Text())


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """Something we sell; ``essence`` in one sentence, ``works_in`` as the steps of a figure."""

    id: ProductId
    name: Text = shareable()
    essence: Text = shareable()
    capabilities: tuple[Capability, ...] = shareable(default=())
    works_in: tuple[Capability, ...] = shareable(default=())
    facts: tuple[Capability, ...] = shareable(default=())
    topics: tuple[str, ...] = ()
    adoption: AdoptionProfile = shareable()
    values: tuple[IndustryValue, ...] = shareable(default=())
    objections: tuple[Objection, ...] = ()
    demo: Text = Text()
    price_note: Text = Text()
    note: Text = Text()

    def value_for(self, industry: IndustryId) -> IndustryValue | None:
        """What it does for that industry, or ``None`` where nobody wrote it."""
        return next((v for v in self.values if v.industry == industry), None)


class Permission(Labelled):
    """Whether a case may be shown, and under which name."""

    NONE = "none", N_("No permission to publish")
    ANONYMOUS = "anonymous", N_("Without the client's name")
    NAMED = "named", N_("With the client's name")


@dataclass(frozen=True, kw_only=True, slots=True)
class SuccessCase:
    """A client's success with our products. Never shown without permission, or after it expired."""

    id: CaseId
    customer: Text = shareable(when="may_be_named")
    anonymous_name: Text = shareable(default=Text())
    industry: IndustryId = shareable()
    customer_size: CompanySize | None = None
    products: tuple[ProductId, ...] = shareable(default=())
    topics: tuple[str, ...] = ()
    permission: Permission = Permission.NONE
    permission_expires: date | None = None
    is_industry_leader: bool = False
    competes_with: tuple[ClientId, ...] = ()
    situation: Text = shareable(default=Text())
    what_was_done: Text = shareable(default=Text())
    results: tuple[Measure, ...] = shareable(default=())
    quote: Text = shareable(default=Text())
    quote_by: Text = shareable(default=Text(), when="may_be_named")
    note: Text = Text()

    @property
    def may_be_named(self) -> bool:
        """True when the customer agreed to be named."""
        return self.permission is Permission.NAMED

    @property
    def public_name(self) -> Text:
        """The name under which the case may be shown."""
        return self.customer if self.may_be_named else self.anonymous_name

    @property
    def name_in_sentence(self) -> Text:
        """The public name within a sentence, for a case that has one."""
        is_named = self.may_be_named and self.customer
        return self.customer if is_named else self.anonymous_name.inside_sentence

    def may_be_shown_on(self, day: date) -> bool:
        """True when there is a permission and it has not expired on ``day``."""
        expired = self.permission_expires is not None and self.permission_expires < day
        return self.permission is not Permission.NONE and not expired
