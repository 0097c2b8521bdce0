// SPDX-License-Identifier: GPL-3.0-or-later
// A process that edits a scenario as the window does, for tests that kill it.
//   store_child FOLDER pause        one edit, then waits for ever; autosave as shipped
//   store_child FOLDER storm        edits without end, autosaved every few milliseconds
//   store_child FOLDER revisions N  a scenario of its own with N revisions, then a clean end
// Prints "stored USERS" for each edit that the store has confirmed.
#include <db/store/autosave.h>
#include <db/store/store_thread.h>

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace headroom;
using namespace headroom::db;

namespace {

core::Scenario edited(int users)
{
    core::Scenario scenario;
    scenario.title = "edit " + std::to_string(users);
    scenario.demand.users = users;
    scenario.proposal.note = std::string(static_cast<std::size_t>(users % 4000), 'n');
    return scenario;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString mode = words.value(2);
    const bool storm = mode == QLatin1String("storm");
    const int revisions = words.value(3).toInt();
    StoreThread store({words.value(1).toStdString(), std::chrono::milliseconds(20000), {}});
    Autosave autosave(nullptr, storm ? std::chrono::milliseconds(1) : kAutosaveDelay);
    QTimer editing;
    ScenarioId id = 0;
    int users = 0;
    int confirmed = 0;

    QObject::connect(&store, &StoreThread::failed, &application, [](RequestId, const core::Error &error) {
        std::fprintf(stderr, "%s: %s\n", core::errorCodeName(error.code), error.detail.c_str());
        QCoreApplication::exit(1);
    });
    QObject::connect(&store, &StoreThread::opened, &application, [&] { store.listScenarios(); });
    QObject::connect(&store, &StoreThread::scenariosListed, &application, [&](RequestId, const std::vector<ScenarioSummary> &all) {
        if (all.empty() || mode == QLatin1String("revisions"))
            store.createScenario(edited(0));
        else
            store.loadScenario(all.front().id);
    });
    QObject::connect(&store, &StoreThread::scenarioLoaded, &application, [&](RequestId, const StoredScenario &stored) {
        id = stored.summary.id;
        users = static_cast<int>(stored.scenario.demand.users);
        editing.start();
    });
    QObject::connect(&store, &StoreThread::scenarioChanged, &application, [&](RequestId, const ScenarioSummary &summary) {
        if (id == 0) {
            id = summary.id;
            editing.start();
            return;
        }
        std::printf("stored %s\n", summary.title.c_str() + 5);
        std::fflush(stdout);
        if (++confirmed == revisions)
            QCoreApplication::quit();
    });
    QObject::connect(&autosave, &Autosave::due, &store, &StoreThread::saveDraft);
    editing.setSingleShot(!storm);
    editing.setInterval(storm ? 2 : 0);
    QObject::connect(&editing, &QTimer::timeout, &application, [&] {
        if (mode == QLatin1String("revisions"))
            for (int i = 1; i <= revisions; ++i)
                store.saveRevision(id, edited(i));
        else
            autosave.edit(id, edited(++users));
    });
    store.open();
    return QCoreApplication::exec();
}
