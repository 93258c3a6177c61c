"""Service clocks, deadlines, notices, maintenance windows and availability as pure functions."""
