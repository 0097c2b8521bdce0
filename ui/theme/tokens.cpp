// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/tokens.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

// A static library's resources are dropped by the linker unless someone asks for them; Qt wants that outside namespaces.
static void initThemeResources()
{
    Q_INIT_RESOURCE(themes);
}

namespace headroom::ui {

namespace {

struct NamedColor {
    const char *name;
    QColor Tokens::*member;
};

constexpr NamedColor kColors[] = {
    {"window", &Tokens::window},           {"surface", &Tokens::surface},         {"surfaceHover", &Tokens::surfaceHover},
    {"surfaceSunken", &Tokens::surfaceSunken}, {"border", &Tokens::border},       {"borderStrong", &Tokens::borderStrong},
    {"text", &Tokens::text},               {"textSecondary", &Tokens::textSecondary}, {"textDisabled", &Tokens::textDisabled},
    {"accent", &Tokens::accent},           {"accentHover", &Tokens::accentHover}, {"accentSoft", &Tokens::accentSoft},
    {"onAccent", &Tokens::onAccent},       {"good", &Tokens::good},               {"goodSoft", &Tokens::goodSoft},
    {"warning", &Tokens::warning},         {"warningSoft", &Tokens::warningSoft}, {"error", &Tokens::error},
    {"errorSoft", &Tokens::errorSoft},     {"track", &Tokens::track},             {"grid", &Tokens::grid},
    {"targetArea", &Tokens::targetArea},   {"band", &Tokens::band},               {"heatLow", &Tokens::heatLow},
    {"heatHigh", &Tokens::heatHigh},       {"onHeatLow", &Tokens::onHeatLow},     {"onHeatHigh", &Tokens::onHeatHigh},
    {"heatMissing", &Tokens::heatMissing}, {"seriesOther", &Tokens::seriesOther},
};

QColor readColor(const QJsonValue &value, const QString &where)
{
    const QColor color(value.toString());
    if (!color.isValid())
        qFatal("The shipped theme lacks a colour: %s", qPrintable(where));
    return color;
}

Tokens load(ThemeMode mode)
{
    initThemeResources();
    const QString path = mode == ThemeMode::Dark ? QStringLiteral(":/headroom/themes/dark.json") : QStringLiteral(":/headroom/themes/light.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The shipped theme is missing: %s", qPrintable(path));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    Tokens tokens;
    tokens.mode = mode;
    for (const auto &[name, member] : kColors)
        tokens.*member = readColor(object.value(QLatin1String(name)), path + QLatin1Char('/') + QLatin1String(name));
    const QJsonArray series = object.value(QLatin1String("series")).toArray();
    for (std::size_t i = 0; i < tokens.series.size(); ++i)
        tokens.series[i] = readColor(series.at(static_cast<qsizetype>(i)), path + QStringLiteral("/series"));
    return tokens;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Tokens::toneColor(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Secondary: return textSecondary;
    case Tone::Accent: return accent;
    case Tone::Good: return good;
    case Tone::Warning: return warning;
    case Tone::Error: return error;
    }
    return text;
}

QColor Tokens::toneSoftColor(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Secondary: return surfaceSunken;
    case Tone::Accent: return accentSoft;
    case Tone::Good: return goodSoft;
    case Tone::Warning: return warningSoft;
    case Tone::Error: return errorSoft;
    }
    return surfaceSunken;
}

const Tokens &tokensFor(ThemeMode mode)
{
    static const Tokens light = load(ThemeMode::Light);
    static const Tokens dark = load(ThemeMode::Dark);
    return mode == ThemeMode::Dark ? dark : light;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace headroom::ui
