# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits scikit-learn's logistic regression to rows on standard input and prints its coefficients and intercept.

Input: one row a line, the scaled values and the label last, separated by blanks. Exit code 3: scikit-learn is not installed.
"""
import sys

try:
    from sklearn.linear_model import LogisticRegression
except ImportError:
    sys.exit(3)

rows = [[float(cell) for cell in line.split()] for line in sys.stdin]
fit = LogisticRegression(C=1.0, solver="newton-cg", tol=1e-12, max_iter=10000).fit([row[:-1] for row in rows], [row[-1] for row in rows])
print(*(repr(float(weight)) for weight in fit.coef_[0]), repr(float(fit.intercept_[0])))
