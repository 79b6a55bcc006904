// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/value_text.h"

#include "ui/text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr double kLargestPlain = 1e9;
constexpr double kSmallestPlain = 1e-4;
constexpr QChar kMinus(u'\u2212');

QString withoutTrailingZeros(QString text)
{
    if (!text.contains('.'))
        return text;
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QString plainNumber(double size, int digits)
{
    const int exponent = int(std::floor(std::log10(size)));
    return withoutTrailingZeros(QString::number(size, 'f', std::max(0, digits - 1 - exponent)));
}

QString powerNumber(double size, int digits)
{
    const QString text = QString::number(size, 'e', digits - 1);
    const qsizetype split = text.indexOf('e');
    const int exponent = text.mid(split + 1).toInt();
    return withoutTrailingZeros(text.left(split)) + 'e' + (exponent < 0 ? QString(kMinus) : QString())
           + QString::number(std::abs(exponent));
}

} // namespace

QString valueText(double value, int digits)
{
    if (!std::isfinite(value))
        return QString(QChar(u'\u2013'));
    const double size = std::fabs(value);
    if (size == 0.0)
        return QStringLiteral("0");
    const bool plain = size >= kSmallestPlain && size < kLargestPlain;
    const QString text = plain ? plainNumber(size, digits) : powerNumber(size, digits);
    const QString spoken = QString(text).replace(QLatin1Char('.'), QLocale().decimalPoint());
    return value < 0 ? kMinus + spoken : spoken;
}

QString valueWithUnit(double value, const std::string &unit)
{
    const QString text = valueText(value);
    return unit.empty() || !std::isfinite(value) ? text : text + ' ' + toQt(unit);
}

QString percentText(double share)
{
    return QString::number(int(std::floor(std::clamp(std::isnan(share) ? 0.0 : share, 0.0, 1.0) * 100.0))) + QStringLiteral(" %");
}

QString plainToolTip(const QString &text)
{
    return QStringLiteral("<p style='white-space:pre'>") + text.toHtmlEscaped().replace('\n', QStringLiteral("<br>"))
           + QStringLiteral("</p>");
}

} // namespace telltale::ui
