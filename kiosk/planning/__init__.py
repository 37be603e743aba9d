"""Seating planners behind the protocol of :mod:`kiosk.domain.plan`."""
