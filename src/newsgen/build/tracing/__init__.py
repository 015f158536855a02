"""Tracing: for a person's name, or a page of the site, what it is made from: the sentences, rules and judgements."""

from newsgen.build.tracing.addresses import tell_kind
from newsgen.build.tracing.told import (
    OpenMention,
    Passage,
    Traced,
    TracedArticle,
    TracedCountry,
    TracedDoubt,
    TracedEvent,
    TracedItem,
    TracedJoin,
    TracedJudgement,
    TracedPerson,
    TracedReport,
    TracedStanding,
    TracedWording,
)
from newsgen.build.tracing.traces import trace_address, trace_name

__all__ = [
    "OpenMention",
    "Passage",
    "Traced",
    "TracedArticle",
    "TracedCountry",
    "TracedDoubt",
    "TracedEvent",
    "TracedItem",
    "TracedJoin",
    "TracedJudgement",
    "TracedPerson",
    "TracedReport",
    "TracedStanding",
    "TracedWording",
    "tell_kind",
    "trace_address",
    "trace_name",
]
