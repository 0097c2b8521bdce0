// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/format/figure_format.h>
#include <present/texts/scenario_texts.h>

namespace headroom::present {
namespace {

QString fleet(const core::ApprovedFigures &figures, const std::string &gpuName)
{
    return FigureFormat().count(figures.gpus) + QStringLiteral("× ") + QString::fromStdString(gpuName);
}

QString amount(const core::ApprovedFigures &figures)
{
    return FigureFormat().money(figures.priced ? std::optional(figures.monthly) : std::nullopt);
}

// "+12 %"; the sign is said, for a minus of typesetters is easily missed.
QString difference(const core::Money &before, const core::Money &now)
{
    const double ratio = before.toDouble() > 0 ? now.toDouble() / before.toDouble() - 1.0 : 0.0;
    const QString size = FigureFormat().percent(ratio < 0 ? -ratio : ratio);
    return (ratio < 0 ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

} // namespace

QString ScenarioTexts::approval(const db::Baseline &baseline, const std::optional<core::BaselineReview> &review)
{
    const FigureFormat format;
    const QString when = FigureFormat::moment(baseline.frozen);
    const QString catalog = QString::fromStdString(baseline.catalogVersion);
    const QString calibration = QString::fromStdString(baseline.calibration);
    QStringList sentences{baseline.cause == db::BaselineCause::LiveSource ? tr("Frozen when it was bound to a live source (%1, revision %2, catalog %3, calibration %4).").arg(when).arg(baseline.revision).arg(catalog, calibration)
                                                                          : tr("Approved with a proposal (%1, revision %2, catalog %3, calibration %4).").arg(when).arg(baseline.revision).arg(catalog, calibration)};
    if (!review)
        return sentences.front();
    const core::ApprovedFigures &was = review->approved;
    sentences << tr("It was %1 for %2 a month.", "GPUs, money").arg(fleet(was, review->gpuName), amount(was));
    const auto &same = review->sameFleetNow;
    if (!same || !same->priced)
        sentences << tr("There is no price for this fleet today.");
    else if (!was.priced)
        sentences << tr("At today's prices the same fleet costs %1 a month.").arg(format.money(same->monthly));
    else if (same->monthly == was.monthly)
        sentences << tr("At today's prices it costs the same.");
    else if (same->monthly.currency() == was.monthly.currency())
        sentences << tr("At today's prices the same fleet costs %1 a month (%2).").arg(format.money(same->monthly), difference(was.monthly, same->monthly));
    const auto &best = review->recommendedNow;
    if (best && (best->gpu != was.gpu || best->gpus != was.gpus || best->provider != was.provider || best->instance != was.instance))
        sentences << tr("The best plan today: %1 for %2 a month.", "GPUs, money").arg(fleet(*best, review->recommendedGpuName), amount(*best));
    return format.sentences(sentences);
}

QString ScenarioTexts::state(const db::ScenarioSummary &scenario)
{
    if (scenario.revision == 0)
        return tr("never saved");
    return scenario.hasDraft ? tr("revision %1 · edited").arg(scenario.revision) : tr("revision %1 · saved").arg(scenario.revision);
}

QString ScenarioTexts::documentState(const ScenarioSession &session)
{
    switch (session.state()) {
    case DocumentState::New: return tr("not saved yet");
    case DocumentState::Edited: return tr("revision %1 · edited").arg(session.revision());
    case DocumentState::Saved: break;
    }
    return tr("revision %1 · saved").arg(session.revision());
}

QString ScenarioTexts::origin(const db::Revision &revision)
{
    switch (revision.origin) {
    case db::RevisionOrigin::Created: return tr("created");
    case db::RevisionOrigin::Saved: return tr("saved");
    case db::RevisionOrigin::Imported: return tr("imported");
    case db::RevisionOrigin::Duplicated: return tr("duplicated");
    case db::RevisionOrigin::Renamed: return tr("renamed");
    case db::RevisionOrigin::Restored: return tr("restored from %1").arg(revision.restoredFrom);
    case db::RevisionOrigin::DraftKept: return tr("edits kept before restoring");
    }
    return {};
}

QString ScenarioTexts::listColumn(int column)
{
    switch (column) {
    case 0: return tr("Title");
    case 1: return tr("State");
    case 2: return tr("Last change");
    default: return {};
    }
}

QString ScenarioTexts::revisionColumn(int column)
{
    switch (column) {
    case 0: return tr("Revision");
    case 1: return tr("How");
    case 2: return tr("Title");
    case 3: return tr("When");
    default: return {};
    }
}

} // namespace headroom::present
