// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/number_text.h>

#include <QLocale>

#include <cmath>

namespace headroom::ui {

QString numberText(double value, int decimals)
{
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        const QString point = locale.decimalPoint();
        while (text.endsWith(QLatin1Char('0')) && text.contains(point))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(static_cast<int>(point.size()));
    }
    return text;
}

std::optional<double> parseNumberText(const QString &text, int decimals)
{
    QString digits = text.trimmed();
    double factor = 1.0;
    if (digits.endsWith(QLatin1Char('k'), Qt::CaseInsensitive))
        factor = 1e3;
    else if (digits.endsWith(QLatin1Char('M')))
        factor = 1e6;
    else if (digits.endsWith(QLatin1Char('G'), Qt::CaseInsensitive))
        factor = 1e9;
    if (factor > 1.0)
        digits.chop(1);
    digits = digits.trimmed();
    bool ok = false;
    double value = QLocale().toDouble(digits, &ok);
    if (!ok)
        value = QLocale::c().toDouble(digits, &ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    const double places = std::pow(10.0, decimals);
    return std::round(value * factor * places) / places;
}

} // namespace headroom::ui
