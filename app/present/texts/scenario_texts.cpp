// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/scenario_texts.h>

namespace headroom::present {

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
