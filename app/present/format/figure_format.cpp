// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/format/figure_format.h>

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::present {
namespace {

constexpr QChar kNoBreakSpace(0x00a0);
constexpr QChar kMinus(0x2212);

// Decimals that leave `digits` significant ones; rounding may add a whole digit (9.996), which is why it is asked twice.
int decimalsFor(double value, int digits)
{
    if (value == 0)
        return 0;
    const auto decimals = [digits](double v) { return digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(v)))); };
    const int first = decimals(value);
    if (first <= 0)
        return 0;
    const double scale = std::pow(10.0, first);
    return std::clamp(decimals(std::round(value * scale) / scale), 0, 12);
}

QString trimmed(QString digits)
{
    if (!digits.contains(u'.'))
        return digits;
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits == QStringLiteral("-0") ? QStringLiteral("0") : digits;
}

QString currencySymbol(core::Currency currency)
{
    switch (currency) {
    case core::Currency::CNY: return QStringLiteral("¥");
    case core::Currency::EUR: return QStringLiteral("€");
    case core::Currency::USD: break;
    }
    return QStringLiteral("$");
}

struct Scale {
    double from;       // from this amount on
    double divisor;
    const char *unit;
};

template<std::size_t N>
const Scale &scaleFor(double value, const std::array<Scale, N> &scales)
{
    // 999.6 of a unit would be written as 1,000 of it: three digits decide.
    const auto found = std::ranges::find_if(scales, [&](const Scale &scale) { return std::abs(value) >= scale.from * 0.9995; });
    return found == scales.end() ? scales.back() : *found;
}

constexpr std::array kByteScales{Scale{1e13, 1e12, "TB"}, Scale{1e9, 1e9, "GB"}, Scale{1e6, 1e6, "MB"}, Scale{1e3, 1e3, "kB"}, Scale{0, 1, "B"}};
constexpr std::array kTimeScales{Scale{1, 1, "s"}, Scale{1e-3, 1e-3, "ms"}, Scale{0, 1e-6, "µs"}};
constexpr std::array kPowerScales{Scale{1e6, 1e6, "MW"}, Scale{1e3, 1e3, "kW"}, Scale{0, 1, "W"}};
constexpr std::array kFlopScales{Scale{1e15, 1e15, "PFLOP"}, Scale{1e12, 1e12, "TFLOP"}, Scale{1e9, 1e9, "GFLOP"}, Scale{0, 1, "FLOP"}};
constexpr std::array kBandwidthScales{Scale{1e12, 1e12, "TB/s"}, Scale{1e9, 1e9, "GB/s"}, Scale{0, 1e6, "MB/s"}};

} // namespace

QString FigureFormat::Parts::joined() const
{
    if (unit.isEmpty())
        return value;
    return unit.startsWith(u'/') ? value + unit : value + kNoBreakSpace + unit;
}

QString FigureFormat::missing()
{
    return QStringLiteral("—");
}

QString FigureFormat::decimal(const QString &digits) const
{
    const bool negative = digits.startsWith(u'-');
    QString whole = digits.section(u'.', 0, 0).mid(negative ? 1 : 0);
    const QString rest = digits.section(u'.', 1);
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, u',');
    return (negative ? QString(kMinus) : QString()) + whole + (rest.isEmpty() ? QString() : u'.' + rest);
}

QString FigureFormat::significant(double value, int digits) const
{
    if (!std::isfinite(value))
        return missing();
    return decimal(trimmed(QString::number(value, 'f', decimalsFor(value, digits))));
}

QString FigureFormat::count(double value) const
{
    return std::isfinite(value) ? decimal(trimmed(QString::number(std::round(value), 'f', 0))) : missing();
}

QString FigureFormat::moneyDigits(core::Currency currency, const QString &digits, const QString &suffix) const
{
    const bool negative = digits.startsWith(u'-');
    return (negative ? QString(kMinus) : QString()) + currencySymbol(currency) + decimal(negative ? digits.mid(1) : digits) + suffix;
}

QString FigureFormat::money(const core::Money &amount) const
{
    const double units = std::abs(amount.toDouble());
    int decimals = 0;
    if (units > 0 && units < 0.995)
        decimals = std::clamp(decimalsFor(units, 2), 2, 6);
    else if (units < 99.995 && units > 0)
        decimals = 2;
    return moneyDigits(amount.currency(), QString::fromStdString(amount.toDecimalString(decimals)));
}

QString FigureFormat::money(const std::optional<core::Money> &amount) const
{
    return amount ? money(*amount) : missing();
}

QString FigureFormat::moneyCompact(const core::Money &amount) const
{
    static constexpr std::array kEnglish{Scale{1e9, 1e9, "B"}, Scale{1e6, 1e6, "M"}, Scale{1e4, 1e3, "k"}, Scale{0, 1, ""}};
    static constexpr std::array kChinese{Scale{1e8, 1e8, "亿"}, Scale{1e4, 1e4, "万"}, Scale{0, 1, ""}};
    const double units = amount.toDouble();
    const Scale &scale = m_chinese ? scaleFor(units, kChinese) : scaleFor(units, kEnglish);
    if (scale.divisor == 1)
        return money(amount);
    const double scaled = units / scale.divisor;
    const QString digits = trimmed(QString::number(scaled, 'f', decimalsFor(scaled, 3)));
    return moneyDigits(amount.currency(), digits, QString::fromUtf8(scale.unit));
}

QString FigureFormat::moneyChange(const core::Money &change) const
{
    return change.micros() > 0 ? u'+' + money(change) : money(change);
}

FigureFormat::Parts FigureFormat::secondsParts(core::Seconds time) const
{
    if (!std::isfinite(time.value()))
        return {missing(), {}};
    if (time.value() == 0)
        return {QStringLiteral("0"), QStringLiteral("s")};
    const Scale &scale = scaleFor(time.value(), kTimeScales);
    return {significant(time.value() / scale.divisor), QString::fromUtf8(scale.unit)};
}

FigureFormat::Parts FigureFormat::bytesParts(core::Bytes amount) const
{
    if (!std::isfinite(amount.value()))
        return {missing(), {}};
    const Scale &scale = scaleFor(amount.value(), kByteScales);
    return {significant(amount.value() / scale.divisor), QString::fromUtf8(scale.unit)};
}

FigureFormat::Parts FigureFormat::powerParts(core::Watts power) const
{
    if (!std::isfinite(power.value()))
        return {missing(), {}};
    const Scale &scale = scaleFor(power.value(), kPowerScales);
    return {significant(power.value() / scale.divisor), QString::fromUtf8(scale.unit)};
}

FigureFormat::Parts FigureFormat::percentParts(double ratio) const
{
    if (!std::isfinite(ratio))
        return {missing(), {}};
    const double percent = ratio * 100;
    return {decimal(trimmed(QString::number(percent, 'f', std::abs(percent) < 9.95 ? 1 : 0))), QStringLiteral("%")};
}

QString FigureFormat::rate(core::RequestsPerSecond rate) const
{
    return std::isfinite(rate.value()) ? significant(rate.value()) + QStringLiteral("/s") : missing();
}

QString FigureFormat::tokenRate(core::TokensPerSecond rate) const
{
    return std::isfinite(rate.value()) ? tr("%1 tokens/s").arg(significant(rate.value())) : missing();
}

QString FigureFormat::tokens(double tokens) const
{
    return std::isfinite(tokens) ? tr("%1 tokens").arg(significant(tokens)) : missing();
}

QString FigureFormat::quantity(double value, core::Unit unit) const
{
    using enum core::Unit;
    if (!std::isfinite(value))
        return missing();
    const auto scaled = [&](const auto &scales, const QString &suffix = {}) {
        const Scale &scale = scaleFor(value, scales);
        return Parts{significant(value / scale.divisor), QString::fromUtf8(scale.unit) + suffix}.joined();
    };
    const auto amount = [&](core::Currency currency) {
        const double micros = value * 1e6;
        return std::abs(micros) < 9e18 ? money(core::Money(currency, static_cast<std::int64_t>(std::llround(micros)))) : missing();
    };
    switch (unit) {
    case Bytes: return bytes(core::Bytes(value));
    case Seconds: return seconds(core::Seconds(value));
    case Hours: return Parts{significant(value, 4), QStringLiteral("h")}.joined();
    case Tokens: return tokens(value);
    case TokensPerSecond: return tokenRate(core::TokensPerSecond(value));
    case RequestsPerSecond: return rate(core::RequestsPerSecond(value));
    case RequestsPerHour: return significant(value) + QStringLiteral("/h");
    case Watts: return power(core::Watts(value));
    case Flops: return scaled(kFlopScales);
    case FlopsPerSecond: return scaled(kFlopScales, QStringLiteral("/s"));
    case BytesPerSecond: return scaled(kBandwidthScales);
    case BytesPerToken: return tr("%1 per token").arg(bytes(core::Bytes(value)));
    case BytesPerParameter: return tr("%1 per parameter").arg(bytes(core::Bytes(value)));
    case People: return tr("%1 people").arg(count(value));
    case Parameters: return value >= 1e9 ? tr("%1 billion parameters").arg(significant(value / 1e9)) : tr("%1 parameters").arg(count(value));
    case Ratio: return std::abs(value) <= 1 ? percent(value) : significant(value);
    case Usd: return amount(core::Currency::USD);
    case Cny: return amount(core::Currency::CNY);
    case Eur: return amount(core::Currency::EUR);
    case UsdPerHour: return amount(core::Currency::USD) + QStringLiteral("/h");
    case CnyPerHour: return amount(core::Currency::CNY) + QStringLiteral("/h");
    case EurPerHour: return amount(core::Currency::EUR) + QStringLiteral("/h");
    case Rate: return significant(value, 4);
    case Count:
    case None: break;
    }
    return std::abs(value) >= 1000 ? count(value) : significant(value);
}

QString FigureFormat::date(const std::string &iso)
{
    return iso.empty() ? missing() : QString::fromStdString(iso);
}

QString FigureFormat::moment(std::chrono::sys_time<std::chrono::milliseconds> time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return local.date() == QDate::currentDate() ? local.toString(QStringLiteral("HH:mm")) : local.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace headroom::present
