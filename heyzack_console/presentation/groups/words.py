"""A group order in words: the summary of its preview, the one question before it, how far it is."""

from heyzack_console.domain.group_orders import GroupPlan, GroupProgress, LineState, Take
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.groups.lines import names
from heyzack_console.presentation.mirror import Mirror


def summary(plan: GroupPlan) -> str:
    """Return how many take it, wait and do not take it."""
    if not plan.lines:
        return "No device."
    counts = {take: sum(line.take is take for line in plan.lines) for take in Take}
    parts = [f"{counts[Take.NOW]} of {len(plan.lines)} take it now"]
    if counts[Take.WAITS]:
        parts.append(f"{counts[Take.WAITS]} when they can be reached")
    if counts[Take.REFUSES]:
        parts.append(f"{counts[Take.REFUSES]} will not")
    if plan.careful:
        parts.append(f"{len(plan.careful)} act{_s(len(plan.careful))} on what protects people")
    unknown = sum(not line.before for line in plan.taking)
    way_back = f" Of {unknown} the present value is not known, so it cannot be undone there." if unknown else ""
    return f"{', '.join(parts)}.{way_back}"


def question(title: str, plan: GroupPlan, mirror: Mirror) -> Question:
    """Return the one question before *title* is sent."""
    careful = tuple(line.device for line in plan.careful)
    acts = "It acts at once in the building."
    if careful:
        acts += f" {_devices(len(careful))} protect{_s(len(careful))} people: {names(careful, mirror, 6)}."
    known = sum(bool(line.before) for line in plan.taking)
    return Question(
        title=f"Send “{title}” to {_devices(len(plan.taking))}?",
        verb="Send",
        state=summary(plan),
        consequence=acts,
        way_back=f"{_devices(known)} can be set back to the present values." if known else "",
        icon="caution" if careful else "device",
        asks_reason=bool(careful),
    )


def progress_words(progress: GroupProgress) -> str:
    """Return how far a run is."""
    counts = progress.counts
    parts = [f"{counts.get(LineState.CONFIRMED, 0)} of {progress.total} confirmed"]
    open_states = ((LineState.SENT, "on the way"), (LineState.WAITING, "in the outbox"), (LineState.PENDING, "to come"))
    parts += [f"{counts[state]} {word}" for state, word in open_states if counts.get(state)]
    if progress.missed:
        parts.append(f"{progress.missed} did not take it")
    return ", ".join(parts)


def end_words(progress: GroupProgress) -> str:
    """Return the result of a run that has ended."""
    done = progress.counts.get(LineState.CONFIRMED, 0)
    if not progress.missed:
        return f"All {_devices(done)} confirmed it." if done != 1 else "The device confirmed it."
    return f"{done} of {progress.total} confirmed it; {progress.missed} did not take it, each line says why."


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"


def _s(count: int) -> str:
    return "s" if count == 1 else ""
