"""Runs the simulated building as a process of its own; the demo starts it so, and other programs may."""

from pathlib import Path
from typing import Annotated

import typer

from heyzack_console.host.clock import WallClock


def run_simulator(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    devices: Annotated[int, typer.Option(min=10, max=5_000, help="Devices in the building.")] = 150,
    seed: Annotated[int, typer.Option(help="The same seed gives the same building and day.")] = 1,
    scenario: Annotated[str, typer.Option(help="What happens in the building.")] = "normal",
    speed: Annotated[float, typer.Option(min=0.1, max=3600, help="Simulated seconds per second.")] = 1.0,
    first_port: Annotated[
        int, typer.Option(min=0, max=65_535, help="TCP port of the first device; 0: any free ones.")
    ] = 0,
    cloud: Annotated[
        bool, typer.Option("--cloud", help="Some devices are in a simulated Tuya cloud alone, most there as well.")
    ] = False,
    cloud_port: Annotated[
        int, typer.Option(min=0, max=65_535, help="TCP port of the simulated cloud; 0: any free one.")
    ] = 0,
    description: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Write the description with all keys to this private file.")
    ] = None,
) -> None:
    """Run the simulated building until SIGTERM; its description is one line of JSON, on standard output by default."""
    # The building and its codec are loaded for this command only.
    from heyzack_console.simulator.live_house import HouseOptions
    from heyzack_console.simulator.process import DemoOptions, run

    house = HouseOptions(
        devices=devices, seed=seed, speed=speed, first_port=first_port, cloud=cloud, cloud_port=cloud_port
    )
    run(DemoOptions(house=house, scenario=scenario, description=description), WallClock().now())
