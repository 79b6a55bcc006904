# SPDX-License-Identifier: GPL-3.0-or-later
"""river's share of bench_detect: shingles of ten values, scored and learnt one row at a time.

Argument: the folder with river. Reads one value a line; prints microseconds a row for each detector.
"""
import sys
import time

sys.path.insert(0, sys.argv[1])

import pandas
import river
from river import anomaly, preprocessing

WIDTH = 10


def micros(score_and_learn, shingles, rounds, rows):
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        for shingle in shingles[:rows]:
            score_and_learn(shingle)
        best = min(best, (time.perf_counter() - begin) / rows)
    return best * 1e6


values = [float(line) for line in sys.stdin]
shingles = [dict(enumerate(values[i : i + WIDTH])) for i in range(len(values) - WIDTH)]

scale = preprocessing.MinMaxScaler()
trees = anomaly.HalfSpaceTrees(seed=1, n_trees=25, height=8, window_size=250)
neighbours = anomaly.LocalOutlierFactor(n_neighbors=20)


def half_space_trees(shingle):
    scale.learn_one(shingle)
    scaled = scale.transform_one(shingle)
    trees.score_one(scaled)
    trees.learn_one(scaled)


def local_outlier_factor(shingle):
    neighbours.learn_one(shingle)
    neighbours.score_one(shingle)


for shingle in shingles[:1000]:
    half_space_trees(shingle)
# Its memory has no bound and its time grows with it: 500 shingles against our 4000.
neighbours.learn_many(pandas.DataFrame({0: shingles[:500]}))

print("halfSpaceTrees", micros(half_space_trees, shingles[1000:], 3, 500))
print("localOutlierFactor", micros(local_outlier_factor, shingles[500:], 1, 5))
