"""The limit in which the market is Bass's, with and without churn."""

import math
from typing import Any

import numpy as np

from .worlds import YEAR, World


def adopters(p: float, q: float, churn: float, years: Any) -> Any:
    """Libai, Muller & Peres (2009), equation 5; without churn Bass (1969)."""
    root = math.sqrt((q - p - churn) ** 2 + 4 * q * p)
    high = (root + q - p - churn) / (2 * q)
    ratio = (root - (q - p - churn)) / (root + q - p - churn)
    return high * (1 - np.exp(-root * years)) / (1 + np.exp(-root * years) / ratio)


P, Q = 0.03, 0.38  # innovation and imitation a year


def bass_world(world: World, churn: float) -> World:
    """The same without all that Bass leaves out, for 780 weeks."""
    alone = world.alone()
    bass = alone.but(
        {
            "run.weeks": 780,
            "market.mass": [1.0],
            "market.resistance": [0.0],
            "market.taste": 0,
            "market.inflow": 0,
            "market.habit_levels": 1,
            "market.start_penetration": 0,
            "market.contact.broadcast": 0,
            "market.contact.performance": 0,
            "market.contact.sales": 0,
            "market.contact.referral_gain": 0,
            "market.contact.organic": 2 * P / YEAR,
            "market.choice.goodwill": 0,
            "market.choice.closing": 0,
            "market.retention.churn": churn / YEAR,
            "market.retention.churn_quality": 0,
            "market.retention.churn_habit": 0,
            "market.retention.lapse": 0,
            "product.spill": 0,
            "product.q_gain": 0,
            "product.q_decay": 0,
            "product.talent": 1,
            "product.frontier_growth": 0,
            "environment.climate": [[0, 1]],
            "environment.directness": [[0, 0]],
        }
    )
    bass.set({"market.contact.word_of_mouth": 2 * Q / YEAR / alone.own("product.viral_base")})
    return bass


def largest_error(world: World, churn: float) -> float:
    """The largest distance from the closed form in 780 weeks, as a share of all people."""
    years = np.arange(1, 781) / YEAR
    penetration = bass_world(world, churn).run().penetration()
    return float(np.abs(penetration - adopters(P, Q, churn, years)).max())
