// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <QLockFile>

#include <filesystem>
#include <memory>

namespace headroom::db {

// A small file beside the database for each process that has it open, removed on a clean close. One that is left behind by a
// process that lives no more tells the next that the content must be checked.
class InstanceMarker {
public:
    // Unwritable when the folder does not take the file.
    static core::Result<std::unique_ptr<InstanceMarker>> claim(const std::filesystem::path &folder);
    ~InstanceMarker();
    InstanceMarker(const InstanceMarker &) = delete;
    InstanceMarker &operator=(const InstanceMarker &) = delete;

    bool othersAreOpen() const { return m_othersAreOpen; }
    bool mustCheck() const { return m_mustCheck; }
    void checked();      // the content is sound, or a fresh database takes its place

private:
    InstanceMarker(std::filesystem::path folder, const QString &lockFile);
    void lookForOthers();

    std::filesystem::path m_folder;
    QLockFile m_lock;
    bool m_othersAreOpen = false;
    bool m_mustCheck = false;
};

} // namespace headroom::db
