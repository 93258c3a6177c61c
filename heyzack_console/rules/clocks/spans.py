"""Arithmetic with spans of time."""

from collections.abc import Iterable
from datetime import timedelta

from heyzack_console.domain.clocks import Span


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return *spans* in order, with what overlaps or touches joined and what is empty left out."""
    joined: list[Span] = []
    for span in sorted((span for span in spans if span.length), key=lambda span: span.start):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def within(spans: Iterable[Span], limits: Span) -> tuple[Span, ...]:
    """Return the merged parts of *spans* that lie in *limits*."""
    return merged(
        Span(max(span.start, limits.start), min(span.end, limits.end))
        for span in spans
        if span.start < limits.end and span.end > limits.start
    )


def without(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the merged parts of *spans* that lie outside *taken*."""
    holes = merged(taken)
    left: list[Span] = []
    first = 0
    for span in merged(spans):
        cursor = span.start
        while first < len(holes) and holes[first].end <= cursor:
            first += 1
        at = first
        while at < len(holes) and holes[at].start < span.end:
            left.append(Span(cursor, max(cursor, holes[at].start)))
            cursor = holes[at].end
            at += 1
        left.append(Span(min(cursor, span.end), span.end))
    return merged(left)


def total(spans: Iterable[Span]) -> timedelta:
    """Return the length of all *spans* together."""
    return sum((span.length for span in spans), timedelta())
