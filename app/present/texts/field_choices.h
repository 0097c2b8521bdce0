// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <present/session/scenario_fields.h>

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace headroom::present {

// One value that a Choice or IdList field takes, in the words of the program's language.
struct FieldChoice {
    QString id;       // as it stands in the scenario
    QString label;    // "H200 SXM"
    QString detail;   // "141 GB · 4.8 TB/s"; may be empty
    QString group;    // heading it stands under in a long list; may be empty

    bool operator==(const FieldChoice &) const = default;
};

class FieldChoices {
Q_DECLARE_TR_FUNCTIONS(FieldChoices)

public:
    // What a field offers; empty for fields that are not chosen from a list.
    static std::vector<FieldChoice> of(const QString &field, const core::Catalog &catalog);

    // Names of single things; the id itself where the catalog does not know it.
    static QString label(const QString &field, const QString &id, const core::Catalog &catalog);
    static QString gpuName(const std::string &id, const core::Catalog &catalog);     // "H200 SXM"
    static QString modelName(const std::string &id, const core::Catalog &catalog);
    static QString engineName(const std::string &id, const core::Catalog &catalog);
    static QString formatName(core::NumberFormat format);                            // "fp8"
    static QString providerName(const std::string &id);                              // "Own hardware" for onprem
};

} // namespace headroom::present
