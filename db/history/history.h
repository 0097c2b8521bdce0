// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <db/values/history_values.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

namespace headroom::db {

struct HistoryRetention {
    std::chrono::hours polls{7 * 24};        // every poll as it came
    std::chrono::hours minutes{90 * 24};     // least, greatest and mean of each minute
    std::chrono::hours hours{3 * 365 * 24};  // of each hour
    std::int64_t mostBytes = std::int64_t(2) << 30U; // of the whole file: over it the oldest polls go, then minutes, then hours
};

struct HistoryOptions {
    std::filesystem::path folder;            // made if missing; the file in it is history.db
    std::vector<HistoryField> fields;
    HistoryRetention retention;
    std::chrono::milliseconds busyTimeout{5000};
    bool readOnly = false;                   // as it is when another process records already
};

std::filesystem::path historyFile(const std::filesystem::path &folder);
// Renames a damaged history to history.db.damaged-<time>, with its -wal and -shm; nothing is deleted.
core::Result<std::filesystem::path> setAsideHistory(const std::filesystem::path &folder);

// What was polled, kept on disk. A poll is in memory after record(), on disk after commit() (a second later, by StoreThread's
// clock), and in compressed chunks and roll-ups after work(). A process that is killed loses what was not yet committed and
// nothing else; power that goes may take the last commits, but never harms what is there. One process records; others may
// read meanwhile, and see what was committed when they opened it. One thread; needs a QCoreApplication.
class History {
public:
    // Creates or migrates. Errors as Store::open(). Two processes: the second one opens read-only.
    static core::Result<std::unique_ptr<History>> open(const HistoryOptions &options);
    ~History();
    History(const History &) = delete;
    History &operator=(const History &) = delete;

    bool isRecording() const;

    // Takes a poll; values are rounded to their field's resolution. What cannot be taken is counted in HistorySize::dropped.
    void record(const HistoryPoll &poll);
    core::Result<void> commit();
    // Moves a piece of what is complete into chunks, some milliseconds of work; true: there is more to do.
    core::Result<bool> work();
    // Removes what is too old at `nowMs` or too much.
    core::Result<void> retain(std::int64_t nowMs);

    // At most 10,000 columns; fields are those of the options. BadValue for what is not.
    core::Result<HistoryAnswer> read(const HistoryQuestion &question);
    // The newest value of each series of a field, however old, as long as its poll is kept.
    core::Result<std::vector<HistoryLast>> last(std::uint16_t field);
    core::Result<HistorySize> size();
    core::Result<bool> check();              // whether the whole file is sound; reads all of it

    class Private;                           // of this library

private:
    explicit History(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace headroom::db
