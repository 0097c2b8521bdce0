// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/format/display_format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::present {
namespace {

// Decimals that leave about `significant` digits.
int decimalsFor(double value, int significant)
{
    const double magnitude = std::abs(value);
    if (magnitude == 0)
        return 0;
    const int whole = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return std::clamp(significant - whole, 0, 12);
}

struct Scale { double factor; const char *suffix; };

constexpr std::array kCompact{Scale{1e9, "B"}, Scale{1e6, "M"}, Scale{1e3, "k"}};
constexpr std::array kBytes{Scale{1e15, "PB"}, Scale{1e12, "TB"}, Scale{1e9, "GB"}, Scale{1e6, "MB"}, Scale{1e3, "kB"}};
constexpr std::array kRates{Scale{1e15, "P"}, Scale{1e12, "T"}, Scale{1e9, "G"}, Scale{1e6, "M"}};

} // namespace

DisplayFormat::DisplayFormat(const QLocale &locale) : m_locale(locale)
{
}

QString DisplayFormat::count(double value) const
{
    return std::isfinite(value) ? m_locale.toString(value, 'f', 0) : missing();
}

QString DisplayFormat::number(double value, int significant) const
{
    if (!std::isfinite(value))
        return missing();
    if (value != 0 && std::abs(value) < 1e-4)
        return m_locale.toString(value, 'e', significant - 1);
    QString text = m_locale.toString(value, 'f', decimalsFor(value, significant));
    // 75.0 keeps its digit, 10.00 does not: trailing zeros after the point say nothing in a table of inputs.
    const QString point = m_locale.decimalPoint();
    if (text.contains(point))
        while (text.endsWith(u'0') || text.endsWith(point)) {
            const bool atPoint = text.endsWith(point);
            text.chop(1);
            if (atPoint)
                break;
        }
    return text;
}

QString DisplayFormat::percent(double ratio, int decimals) const
{
    return std::isfinite(ratio) ? tr("%1 %", "a percentage").arg(m_locale.toString(ratio * 100.0, 'f', decimals)) : missing();
}

QString DisplayFormat::currencySign(core::Currency currency)
{
    switch (currency) {
    case core::Currency::CNY: return QStringLiteral("¥");
    case core::Currency::EUR: return QStringLiteral("€");
    case core::Currency::USD: break;
    }
    return QStringLiteral("$");
}

QString DisplayFormat::money(const core::Money &amount, int decimals) const
{
    // Digits come from the decimal amount; grouping is the locale's.
    const QString plain = QString::fromStdString(amount.toDecimalString(decimals));
    const bool negative = plain.startsWith(u'-');
    const QString digits = negative ? plain.mid(1) : plain;
    const qsizetype point = digits.indexOf(u'.');
    QString whole = point < 0 ? digits : digits.left(point);
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, m_locale.groupSeparator());
    const QString fraction = point < 0 ? QString() : m_locale.decimalPoint() + digits.mid(point + 1);
    return (negative ? QStringLiteral("\u2212") : QString()) + currencySign(amount.currency()) + whole + fraction;
}

QString DisplayFormat::compactMoney(const core::Money &amount) const
{
    return moneyValue(amount.toDouble(), amount.currency(), true);
}

QString DisplayFormat::moneyValue(double amount, core::Currency currency, bool compact) const
{
    if (!std::isfinite(amount))
        return missing();
    if (compact)
        for (const Scale &scale : kCompact)
            if (std::abs(amount) >= scale.factor)
                return currencySign(currency) + number(amount / scale.factor) + QLatin1String(scale.suffix);
    return currencySign(currency) + (std::abs(amount) >= 100 ? count(amount) : m_locale.toString(amount, 'f', 2));
}

QString DisplayFormat::bytes(core::Bytes amount) const
{
    const double value = amount.value();
    if (!std::isfinite(value))
        return missing();
    for (const Scale &scale : kBytes)
        if (std::abs(value) >= scale.factor)
            return number(value / scale.factor) + u' ' + QLatin1String(scale.suffix);
    return count(value) + QStringLiteral(" B");
}

QString DisplayFormat::seconds(core::Seconds time) const
{
    const double value = time.value();
    if (!std::isfinite(value))
        return missing();
    if (value != 0 && std::abs(value) < 1e-3)
        return number(value * 1e6) + QStringLiteral(" µs");
    if (std::abs(value) < 1.0)
        return number(value * 1e3) + QStringLiteral(" ms");
    return number(value) + QStringLiteral(" s");
}

QString DisplayFormat::rate(core::RequestsPerSecond rate) const
{
    return std::isfinite(rate.value()) ? tr("%1/s", "requests per second").arg(number(rate.value())) : missing();
}

QString DisplayFormat::watts(core::Watts power) const
{
    const double value = power.value();
    if (!std::isfinite(value))
        return missing();
    if (std::abs(value) >= 1e6)
        return number(value / 1e6) + QStringLiteral(" MW");
    if (std::abs(value) >= 1e3)
        return number(value / 1e3) + QStringLiteral(" kW");
    return count(value) + QStringLiteral(" W");
}

QString DisplayFormat::tokens(double tokens) const
{
    return count(tokens);
}

QString DisplayFormat::parameters(double count) const
{
    return std::isfinite(count) ? number(count / 1e9, 4) + u'B' : missing();
}

QString DisplayFormat::date(const std::string &asOf) const
{
    return asOf.empty() ? missing() : QString::fromStdString(asOf);
}

QString DisplayFormat::derived(const core::Derivation &node) const
{
    using enum core::Unit;
    const double v = node.value;
    const auto perSecond = [&](const char *unit) {
        for (const Scale &scale : kRates)
            if (std::abs(v) >= scale.factor)
                return number(v / scale.factor, 4) + u' ' + QLatin1String(scale.suffix) + QLatin1String(unit);
        return number(v, 4) + u' ' + QLatin1String(unit);
    };
    const auto exact = [&](double value) {
        return value == std::floor(value) && std::abs(value) < 1e15 ? count(value) : number(value, 5);
    };
    const auto money = [&](core::Currency currency) {
        return currencySign(currency) + (std::abs(v) >= 1000 ? count(v) : m_locale.toString(v, 'f', std::abs(v) < 1 ? 4 : 2));
    };
    switch (node.unit) {
    case None:
    case Count:
    case Rate: return exact(v);
    case Ratio: return exact(v);
    case Bytes: return bytes(core::Bytes(v));
    case Seconds: return v == 3600.0 || v >= 60 ? tr("%1 s").arg(count(v)) : seconds(core::Seconds(v));
    case Hours: return tr("%1 h").arg(exact(v));
    case Tokens: return tr("%1 tokens").arg(exact(v));
    case TokensPerSecond: return tr("%1 tokens/s").arg(exact(v));
    case RequestsPerSecond: return tr("%1 requests/s").arg(number(v, 4));
    case RequestsPerHour: return tr("%1 requests/h").arg(exact(v));
    case Watts: return watts(core::Watts(v));
    case Flops: return perSecond("FLOP");
    case FlopsPerSecond: return perSecond("FLOP/s");
    case BytesPerSecond: return perSecond("B/s");
    case BytesPerToken: return tr("%1 bytes/token").arg(exact(v));
    case People: return tr("%1 people").arg(count(v));
    case Parameters: return parameters(v);
    case BytesPerParameter: return tr("%1 bytes").arg(exact(v));
    case Usd: return money(core::Currency::USD);
    case Cny: return money(core::Currency::CNY);
    case Eur: return money(core::Currency::EUR);
    case UsdPerHour: return tr("%1/h", "an hourly price").arg(money(core::Currency::USD));
    case CnyPerHour: return tr("%1/h", "an hourly price").arg(money(core::Currency::CNY));
    case EurPerHour: return tr("%1/h", "an hourly price").arg(money(core::Currency::EUR));
    }
    return exact(v);
}

} // namespace headroom::present
