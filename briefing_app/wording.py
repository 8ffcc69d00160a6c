"""The one catalogue of fixed phrases, and how values read in each language.

Screen, command line and documents say the same thing in the same words. The language is
always passed in; nothing here is global but a cache.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property, lru_cache, reduce
from typing import TYPE_CHECKING, Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.message import Message
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.errors import UserError
from briefing_app.paths import assets_folder

if TYPE_CHECKING:  # Babel and time zones load with the first value; a window does without them
    from briefing_app.value_forms import Locale

DOMAIN = "briefing_app"
_SENTENCE_ENDS = (".", "?", "!", ":", "。", "？", "！", "：", "”", ")", "）")
_LOCALES = {Language.ZH: "zh_Hans_CN", Language.EN: "en_GB"}
_FIRST_WITH_SEPARATOR = 1000
_CATALOGUES = {Language.ZH: "zh", Language.EN: "en"}


class Wording:
    """Phrases and value forms of one language; make it with `wording_in`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._readers: dict[type, Callable[[Any], str]] = {  # subtypes before their bases
            Message: self.message,
            UserError: self.error,
            Text: self.text,
            Labelled: self.label,
            Money: self.money,
            bool: str,
            int: self.number,
            float: self.number,
            datetime: self.moment,
            date: self.day,
            tuple: self._values,
        }
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language is not Language.EN:  # the message ids are the English
            self._catalogue = gettext.translation(
                DOMAIN, assets_folder() / "locale", [_CATALOGUES[language]]
            )

    @cached_property
    def _locale(self) -> Locale:
        from briefing_app.value_forms import Locale

        return Locale.parse(_LOCALES[self.language])

    def phrase(self, msgid: str, /, **parameters: object) -> str:
        """A fixed phrase; ``msgid`` must be a literal so that it can be extracted."""
        return self._filled(self._catalogue.gettext(msgid), parameters)

    def counted(self, one: str, many: str, count: int, /, **parameters: object) -> str:
        """A phrase that depends on ``count``, shown as ``{count}``; both ids are literals."""
        template = self._catalogue.ngettext(one, many, count)
        return self._filled(template, {"count": count, **parameters})

    def message(self, message: Message) -> str:
        """A rule's sentence."""
        if message.plural:
            template = self._catalogue.ngettext(message.msgid, message.plural, message.count)
            return self._filled(template, message.by_name)
        return self.phrase(message.msgid, **message.by_name)

    def error(self, error: UserError) -> str:
        """The one line that tells the user what is wrong."""
        return self.phrase(error.msgid, **error.parameters)

    def text(self, text: Text) -> str:
        """Somebody's words, in this language where they exist in it."""
        return text.best_for(self.language)

    def label(self, member: Labelled) -> str:
        """What people read for a member of an enumeration."""
        return self._catalogue.gettext(member.label)

    def value(self, value: object) -> str:
        """Any value that may stand in a sentence, in its usual form."""
        for kind, read in self._readers.items():
            if isinstance(value, kind):
                return read(value)
        return str(value)

    def listing(self, items: Iterable[str]) -> str:
        """``a, b and c``, or ``a、b和c``."""
        from briefing_app.value_forms import format_list

        return format_list(list(items), locale=self._locale)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Sentences that follow one another; one that ends without a stop is set off."""
        kept = [sentence for sentence in sentences if sentence]
        return reduce(self._followed_by, kept) if kept else ""

    def run_on(self, facts: Iterable[str]) -> str:
        """Short facts in a row, with commas."""
        kept = [fact for fact in facts if fact]
        return reduce(self._beside, kept) if kept else ""

    def number(self, number: float, decimals: int = 2) -> str:
        """A number with the language's separators and at most ``decimals`` decimals."""
        if isinstance(number, int) and abs(number) < _FIRST_WITH_SEPARATOR:
            return str(number)  # no language writes it otherwise
        from briefing_app.value_forms import format_decimal

        pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
        return format_decimal(number, format=pattern, locale=self._locale)

    def quantity(self, number: float, unit: Text) -> str:
        """A number with its unit; the sign for per cent stands on its number."""
        written = self.text(unit)
        if written in ("", "%"):
            return f"{self.number(number)}{written}"
        return self.phrase("{number} {unit}", number=self.number(number), unit=written)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share of one as per cent: 0.25 is ``25%``."""
        from briefing_app.value_forms import format_percent

        pattern = "#,##0." + "0" * decimals + "%" if decimals else "#,##0%"
        return format_percent(share, format=pattern, locale=self._locale)

    def money(self, money: Money) -> str:
        """An amount with its currency; whole amounts without minor units."""
        from briefing_app.value_forms import format_currency, get_currency_precision

        scale = 10 ** get_currency_precision(money.currency)
        whole = money.minor % scale == 0
        return format_currency(
            money.minor / scale,
            money.currency,
            format="¤#,##0" if whole else "¤#,##0.00",
            locale=self._locale,
            currency_digits=False,
        )

    def day(self, day: date) -> str:
        """A date in full: ``2026年11月23日``, ``23 November 2026``."""
        from briefing_app.value_forms import format_date

        return format_date(day, "long", locale=self._locale)

    def short_day(self, day: date) -> str:
        """A date without its year, with the week day: ``11月23日 周一``, ``Mon 23 Nov``."""
        from briefing_app.value_forms import format_date

        pattern = "M月d日 EEE" if self.language is Language.ZH else "EEE d MMM"
        return format_date(day, pattern, locale=self._locale)

    def weekday(self, day: date) -> str:
        """The day of the week in full."""
        from briefing_app.value_forms import format_date

        return format_date(day, "EEEE", locale=self._locale)

    def clock(self, moment: datetime, zone: str = "") -> str:
        """The time of day as ``14:30``, in ``zone`` (IANA name) where one is given."""
        from zoneinfo import ZoneInfo

        from briefing_app.value_forms import format_time

        local = moment.astimezone(ZoneInfo(zone)) if zone else moment
        return format_time(local, "HH:mm", locale=self._locale)

    def moment(self, moment: datetime) -> str:
        """A date and the time of day, in the zone that the moment carries."""
        return f"{self.day(moment)} {self.clock(moment)}"

    def _beside(self, first: str, second: str) -> str:
        return self.phrase("{first}, {second}", first=first, second=second)

    def _followed_by(self, first: str, second: str) -> str:
        if first.endswith(_SENTENCE_ENDS):
            return self.phrase("{first} {second}", first=first, second=second)
        return self.phrase("{first}; {second}", first=first, second=second)

    def _values(self, items: Iterable[object]) -> str:
        return self.listing(self.value(item) for item in items)

    def _filled(self, template: str, parameters: Mapping[str, object]) -> str:
        if not parameters:
            return template
        return template.format_map({name: self.value(item) for name, item in parameters.items()})


@lru_cache
def wording_in(language: Language) -> Wording:
    """The wording of a language; made once."""
    return Wording(language)
