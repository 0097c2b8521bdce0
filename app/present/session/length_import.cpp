// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/length_import.h>

#include <core/workload/length_histogram.h>
#include <present/format/figure_format.h>

#include <QFile>

namespace headroom::present {
namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;

bool isOfAnswers(const QString &field)
{
    return field == QStringLiteral("demand.output_histogram");
}

} // namespace

core::Result<core::Scenario> LengthImport::read(const core::Scenario &scenario, const QString &field, const QString &file)
{
    const auto fail = [&](core::ErrorCode code, std::string what) { return std::unexpected(core::Error{code, std::move(what), file.toStdString(), field.toStdString(), 0}); };
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(core::ErrorCode::Unreadable, source.errorString().toStdString());
    const QByteArray text = source.read(kMostBytes + 1);
    if (text.size() > kMostBytes)
        return fail(core::ErrorCode::TooLarge, "a file of up to 16 MB would be accepted");
    const auto lengths = core::parseLengthFile(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), file.toStdString());
    if (!lengths)
        return std::unexpected(lengths.error());
    core::Scenario changed = scenario;
    const std::string line = core::histogramText(core::condensed(*lengths));
    const double mean = core::meanOf({core::TokenLengths::Kind::Empirical, 1, 1, *lengths});
    (isOfAnswers(field) ? changed.demand.outputHistogram : changed.demand.inputHistogram) = line;
    (isOfAnswers(field) ? changed.demand.outputTokensMean : changed.demand.inputTokensMean) = mean;
    return changed;
}

QString LengthImport::summary(const core::Scenario &scenario, const QString &field)
{
    const core::DemandInputs &demand = scenario.demand;
    const auto shares = core::parseHistogram(isOfAnswers(field) ? demand.outputHistogram : demand.inputHistogram, {});
    if (!shares || shares->empty())
        return {};
    const core::TokenLengths lengths = core::stretchedTo(isOfAnswers(field) ? demand.outputTokensMean : demand.inputTokensMean, *shares);
    const FigureFormat format;
    return tr("%n steps; half within %1, 95 of 100 within %2 tokens", nullptr, static_cast<int>(shares->size()))
        .arg(format.count(core::quantileOf(lengths, 0.5)), format.count(core::quantileOf(lengths, 0.95)));
}

} // namespace headroom::present
