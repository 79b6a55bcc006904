# SPDX-License-Identifier: GPL-3.0-or-later
"""scikit-learn's share of bench_trained: the same rows, the same settings, one row at a time.

Reads rows from a CSV file without a header; prints one line of JSON: microseconds a row, and what it makes of the first rows.
"""
import json
import sys
import time

import numpy
import sklearn
from sklearn.neighbors import NearestNeighbors
from sklearn.svm import OneClassSVM


def micros(call, rows):
    """The best of five rounds of 200 single rows: the machine is shared."""
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        for i in range(200):
            call(rows[i : i + 1])
        best = min(best, (time.perf_counter() - begin) / 200)
    return best * 1e6


training = numpy.loadtxt(sys.argv[1], delimiter=",")
judged = numpy.loadtxt(sys.argv[2], delimiter=",")
svm = OneClassSVM(kernel="rbf", nu=0.04, gamma="scale").fit(training)
nearest = NearestNeighbors(n_neighbors=5).fit(training[:1000])
print(
    json.dumps(
        {
            "version": sklearn.__version__,
            "svmMicros": micros(svm.decision_function, judged),
            "vectors": len(svm.dual_coef_[0]),
            "decisions": svm.decision_function(judged[:100]).tolist(),
            "knnMicros": micros(nearest.kneighbors, judged),
            "distances": nearest.kneighbors(judged[:100])[0][:, 4].tolist(),
        }
    )
)
