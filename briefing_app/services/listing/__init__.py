"""Pages of rows for lists: asked for as far as somebody scrolls, and told in one go."""

from briefing_app.services.listing.clients import (
    client_cities,
    client_ids,
    client_rows,
    count_clients,
)
from briefing_app.services.listing.library import (
    case_rows,
    count_cases,
    count_products,
    industry_rows,
    people_rows,
    product_rows,
)
from briefing_app.services.listing.talk import (
    ObjectionRow,
    QuestionRow,
    objection_rows,
    question_rows,
)
from briefing_app.services.listing.visits import count_visits, visit_rows

__all__ = [
    "ObjectionRow",
    "QuestionRow",
    "case_rows",
    "client_cities",
    "client_ids",
    "client_rows",
    "count_cases",
    "count_clients",
    "count_products",
    "count_visits",
    "industry_rows",
    "objection_rows",
    "people_rows",
    "product_rows",
    "question_rows",
    "visit_rows",
]
