// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog_fixture.h"

#include <core/catalog/hf_import.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>
#include <string_view>
#include <utility>

// Configs for tests: the fuzzer's seeds, small valid ones of every family, with keys changed.
namespace headroom::test {

inline QString seedPath(const char *name)
{
    return QStringLiteral(HEADROOM_SOURCE_DIR "/tests/fuzz/seeds/hf_import/") + QString::fromLatin1(name);
}

inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

inline core::Result<core::Model> imported(const QByteArray &config, const QByteArray &quant = {})
{
    core::HfConfigText text{view(config), std::nullopt, "config.json"};
    if (!quant.isEmpty())
        text.quantConfig = view(quant);
    return core::importHfConfig(text, "imported");
}

inline QJsonObject seed(const char *name)
{
    return QJsonDocument::fromJson(contentOf(seedPath(name) + QStringLiteral(".json"))).object();
}

// A seed with keys changed; an undefined value removes the key.
inline QByteArray changed(const char *name, std::initializer_list<std::pair<QString, QJsonValue>> changes)
{
    QJsonObject object = seed(name);
    for (const auto &[key, value] : changes) {
        if (value.isUndefined())
            object.remove(key);
        else
            object.insert(key, value);
    }
    return QJsonDocument(object).toJson();
}

inline QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson("[" + text + "]").array().at(0);
}

} // namespace headroom::test
