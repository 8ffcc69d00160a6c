"""Which icon stands for a thing. What has no icon that fits gets none.

Facts are recognised by the whole of their usual names, never by a word in them: a wrong icon
misleads, a missing one does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType

from briefing_app.documents.icon_drawings import Icon
from briefing_app.domain.client import Department
from briefing_app.domain.offering import TrustSource
from briefing_app.domain.text import Text

OF_TRUST: Mapping[TrustSource, Icon] = MappingProxyType(
    {
        TrustSource.PRODUCT_AND_SERVICE: Icon.SUPPORT,
        TrustSource.STABILITY: Icon.COMPANY,
        TrustSource.LIGHTHOUSE_CLIENTS: Icon.AWARD,
        TrustSource.CERTIFICATION: Icon.SHIELD,
        TrustSource.VISION: Icon.GLOBE,
    }
)

OF_DEPARTMENT: Mapping[Department, Icon] = MappingProxyType(
    {
        Department.GENERAL_MANAGEMENT: Icon.FLAG,
        Department.OPERATIONS: Icon.GEAR,
        Department.PRODUCT: Icon.IDEA,
        Department.TECHNOLOGY: Icon.SERVER,
        Department.DATA: Icon.DATA,
        Department.SECURITY: Icon.SHIELD,
        Department.MARKETING: Icon.TARGET,
        Department.SALES: Icon.GROWTH,
        Department.CUSTOMER_SERVICE: Icon.SUPPORT,
        Department.FINANCE: Icon.MONEY,
        Department.PURCHASING: Icon.DOCUMENT,
        Department.LEGAL: Icon.LAW,
    }
)


class Effort(Enum):
    """What adopting a product takes, and what it brings."""

    CONNECT = Icon.INTEGRATION
    RUN = Icon.GEAR
    IN_THE_PRODUCT = Icon.PACKAGE
    TIME = Icon.TIME
    GAIN = Icon.PEOPLE
    ASKED = Icon.NEEDS


class TrainingPhase(Enum):
    """Training in three phases (PRACTICE section 7)."""

    BEFORE = Icon.PEOPLE
    DURING = Icon.TRAINING
    AFTER = Icon.CHECK


class Compliance(Enum):
    """What a client's rules ask, and what meets them."""

    RULES = Icon.LAW
    PROOFS = Icon.SHIELD
    PROCEDURE = Icon.NEEDS


class ChapterKind(Enum):
    """What a chapter of a bound book is about."""

    OVERVIEW = Icon.CHART
    INDUSTRY = Icon.GROWTH
    PRODUCT = Icon.PACKAGE
    CASE = Icon.AWARD
    TRUST = Icon.SHIELD
    SERVICE = Icon.SUPPORT
    CONTACT = Icon.TALK


_OF_FACT: Mapping[Icon, tuple[str, ...]] = MappingProxyType(
    {
        Icon.SERVER: ("deployment", "hosting", "部署", "部署方式"),
        Icon.GLOBE: ("language", "languages", "语言", "界面语言", "支持语言"),
        Icon.TIME: ("time to go live", "go-live time", "上线周期", "上线时间", "实施周期"),
        Icon.PHONE: ("platform", "platforms", "平台", "支持平台"),
        Icon.DATA: ("data retention", "data storage", "数据保存", "数据存储"),
        Icon.LOCK: ("keys", "encryption", "密钥", "加密"),
        Icon.GIFT: ("prizes", "rewards", "奖品", "奖品供应"),
        Icon.MONEY: ("flow of funds", "price", "资金流", "资金流向", "价格"),
        Icon.SUPPORT: ("on-call cover", "support", "support hours", "值守", "技术支持", "服务支持"),
        Icon.SHIELD: ("security", "安全"),
        Icon.INTEGRATION: ("interfaces", "integration", "接口", "集成方式", "接入方式"),
    }
)
_BY_NAME: Mapping[str, Icon] = MappingProxyType(
    {name: icon for icon, names in _OF_FACT.items() for name in names}
)


def of_fact(name: Text) -> Icon | None:
    """The icon of a product's fact by its name; ``None`` for one whose meaning is not known.

    Where its names in two languages are known as different things, neither is believed.
    """
    found = {_BY_NAME.get(one.strip().casefold()) for one in (name.zh, name.en)} - {None}
    return found.pop() if len(found) == 1 else None


def all_or_none(icons: Iterable[Icon | None]) -> tuple[Icon | None, ...]:
    """The icons of equal things: they all have one, or none has."""
    given = tuple(icons)
    return given if None not in given else (None,) * len(given)
