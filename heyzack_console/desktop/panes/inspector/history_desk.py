"""What the history section asks of the engine, and the files that it writes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_place
from heyzack_console.desktop.panes.inspector.history_dialog import HistoryDialog, HistoryWish, asked_history
from heyzack_console.desktop.table_files import write_table
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.telemetry import PointFigures, Series, WordSeries
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.telemetry import Figures, History, Samples, WordHistory
from heyzack_console.presentation.inspector.exporting import file_name, number_table, word_table
from heyzack_console.presentation.inspector.history import ALONE, CompareKind, Comparison, Window, is_words, laid_over

_KINDS = {"csv": "CSV files (*.csv)", "parquet": "Parquet files (*.parquet)"}


@dataclass(frozen=True, slots=True)
class Question:
    """One point in a window, and what it is compared with."""

    device: Device
    spec: PointSpec
    window: Window
    comparison: Comparison = ALONE
    pixels: int = 600


@dataclass(frozen=True, slots=True)
class Answer:
    """The numbers or the words of the point with its figures; *other* lies over the same window."""

    numbers: Series | None
    words: WordSeries | None
    figures: PointFigures
    other: Series | None = None
    other_figures: PointFigures | None = None


class HistoryDesk:
    """Runs the questions through the bridge; the newest replaces the one before."""

    def __init__(self, port: EnginePort, bridge: Bridge, theme: Theme, window: Callable[[], QWidget]) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window

    def ask(self, question: Question, show: Callable[[Answer], None]) -> None:
        """Ask for a history and *show* it."""

        async def ask() -> None:
            show(await self._answer(question))

        self._bridge.renew(ask(), "inspector history")

    def export(self, question: Question, ending: str) -> None:
        """Let a person say where, and write every value of the window there."""
        self._bridge.start(self._export(question, ending), f"save history as {ending}")

    def choose(self, make: Callable[[QWidget], HistoryDialog], take: Callable[[HistoryWish], None]) -> None:
        """Let a person choose the window and the comparison; *take* is told unless it was cancelled."""

        async def choose() -> None:
            wish = await asked_history(make(self._window()), self._theme)
            if wish is not None:
                take(wish)

        self._bridge.start(choose(), "choose history")

    async def _answer(self, question: Question) -> Answer:
        span = (question.window.start, question.window.end)
        point = (question.device.id, question.spec.code)
        figures = await self._port.ask(Figures(*point, *span))
        if is_words(question.spec):
            words = await self._port.ask(WordHistory(*point, *span))
            return Answer(None, words, figures)
        numbers = await self._port.ask(History(*point, *span, question.pixels))
        compared = question.comparison
        if compared.kind is CompareKind.NOTHING:
            return Answer(numbers, None, figures)
        back = (span[0] - compared.back, span[1] - compared.back)
        other = (compared.device, compared.code) if compared.device else point
        series = await self._port.ask(History(*other, *back, question.pixels))
        other_figures = await self._port.ask(Figures(*other, *back))
        return Answer(numbers, None, figures, laid_over(series, compared.back), other_figures)

    async def _export(self, question: Question, ending: str) -> None:
        device, spec, window = question.device, question.spec, question.window
        name = file_name(device, spec, window.start, ending)
        place = await chosen_place(self._theme, "Save the history", name, _KINDS[ending], self._window())
        if place is None:
            return
        if not place.suffix:
            place = place.with_suffix(f".{ending}")
        span = (device.id, spec.code, window.start, window.end)
        if is_words(spec):
            table = word_table(device, spec, await self._port.ask(WordHistory(*span)))
        else:
            table = number_table(device, spec, await self._port.ask(Samples(*span)))
        await write_table(place, table)
