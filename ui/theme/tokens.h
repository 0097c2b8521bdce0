// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>

namespace headroom::ui {

enum class ThemeMode { Light, Dark };

// What a text or a mark says by its colour. Never the only channel: a sign or a word stands beside it.
enum class Tone { Neutral, Secondary, Accent, Good, Warning, Error };

// Every colour of one theme. Text colours stand out from window, surface and their soft tone by 4.5:1 at least;
// the series colours differ from each other for the usual kinds of colour blindness.
struct Tokens {
    ThemeMode mode = ThemeMode::Light;
    QColor window, surface, surfaceHover, surfaceSunken;
    QColor border, borderStrong;
    QColor text, textSecondary, textDisabled;
    QColor accent, accentHover, accentSoft, onAccent;
    QColor good, goodSoft, warning, warningSoft, error, errorSoft;
    QColor track, grid, targetArea, band;
    QColor heatLow, heatHigh, onHeatLow, onHeatHigh, heatMissing;
    QColor seriesOther;
    std::array<QColor, 8> series;

    QColor toneColor(Tone tone) const;
    QColor toneSoftColor(Tone tone) const;
    // The colour of the series-th line or bar; they repeat after eight, where the line's dashes tell them apart.
    QColor seriesColor(int index) const { return series[static_cast<std::size_t>(index < 0 ? 0 : index) % series.size()]; }
};

// Read once from the shipped themes.
const Tokens &tokensFor(ThemeMode mode);

// Contrast of two opaque colours as WCAG 2 defines it, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

// Distances, in device-independent pixels.
inline constexpr int kSpaceXs = 4;
inline constexpr int kSpaceS = 8;
inline constexpr int kSpaceM = 12;
inline constexpr int kSpaceL = 16;
inline constexpr int kSpaceXl = 20;
inline constexpr int kRadiusControl = 5;
inline constexpr int kRadiusCard = 8;

} // namespace headroom::ui
