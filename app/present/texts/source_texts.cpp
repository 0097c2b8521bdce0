// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/source_texts.h>

namespace headroom::present {

QString SourceTexts::kept(monitor::SecretPlace place)
{
    switch (place) {
    case monitor::SecretPlace::Keyring: return tr("The secret is in the system's keyring.");
    case monitor::SecretPlace::File: return tr("The secret is in the encrypted file.");
    case monitor::SecretPlace::Memory: return tr("The secret is kept until Headroom is closed.");
    }
    return {};
}

} // namespace headroom::present
