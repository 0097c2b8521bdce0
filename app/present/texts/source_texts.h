// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/secret_entry.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of how a source is reached: the dialog of a source, and of secrets.
class SourceTexts {
Q_DECLARE_TR_FUNCTIONS(SourceTexts)

public:
    static QString newTitle() { return tr("New source"); }
    static QString editTitle() { return tr("Source"); }
    static QString more() { return tr("With access…", "adding a source that needs a password, certificate or proxy"); }
    static QString edit() { return tr("Change…", "how a source is reached"); }
    static QString address() { return tr("Address"); }
    static QString name() { return tr("Name"); }
    static QString nameHint() { return tr("as it is listed; empty: the address"); }
    static QString interval() { return tr("Seconds between polls"); }
    static QString replay() { return tr("Speed of the replay"); }
    static QString replayHint() { return tr("times; 0: a line at each poll"); }
    static QString access() { return tr("Access"); }
    static QString accessNone() { return tr("open"); }
    static QString accessBearer() { return tr("token (Bearer)"); }
    static QString accessBasic() { return tr("user and password (Basic)"); }
    static QString token() { return tr("Token"); }
    static QString user() { return tr("User"); }
    static QString password() { return tr("Password"); }
    static QString kept() { return tr("one is kept; what you type takes its place"); }
    static QString place() { return tr("Keep it"); }
    static QString placeKeyring() { return tr("in the system's keyring"); }
    static QString placeFile() { return tr("in an encrypted file"); }
    static QString placeMemory() { return tr("until Headroom is closed, and ask again"); }
    static QString passphrase() { return tr("Passphrase of the file"); }
    static QString newPassphrase() { return tr("New passphrase of the file"); }
    static QString repeat() { return tr("Once more", "the new passphrase"); }
    static QString passphraseHelp() { return tr("One passphrase for all secrets in the file. It is stored nowhere: without it the file cannot be opened."); }
    static QString keyringFault(const QString &why) { return tr("The system's keyring cannot be used (%1).").arg(why); }
    static QString ca() { return tr("Certificate authority"); }
    static QString cert() { return tr("Client certificate"); }
    static QString key() { return tr("Its private key"); }
    static QString pemHint() { return tr("PEM file"); }
    static QString choose() { return tr("Choose…"); }
    static QString pemFilter() { return tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)"); }
    static QString proxy() { return tr("Proxy"); }
    static QString proxyHint() { return tr("http://host:8080 or socks5://host:1080"); }
    static QString tenant() { return tr("Tenant"); }
    static QString tenantHint() { return tr("sent as X-Scope-OrgID (Mimir, Cortex)"); }
    static QString save() { return tr("Save"); }
    static QString cancel() { return tr("Cancel"); }

    static QString badName() { return tr("A name of at most 200 characters would be accepted."); }
    static QString badInterval() { return tr("0.5 to 3,600 seconds would be accepted."); }
    static QString badToken() { return tr("A token in one line would be accepted."); }
    static QString badUser() { return tr("A user's name in one line, without a colon, would be accepted."); }
    static QString badPassword() { return tr("A password in one line would be accepted."); }
    static QString badPassphrase() { return tr("The encrypted file needs a passphrase."); }
    static QString badRepeat() { return tr("The two passphrases differ."); }
    static QString badFile(const QString &file) { return tr("There is no file %1.").arg(file); }
    static QString badPair() { return tr("A client certificate needs its private key, and a key its certificate."); }
    static QString badProxy() { return tr("http://host:port or socks5://host:port, without user and password, would be accepted."); }
    static QString badTenant() { return tr("One line would be accepted."); }
    static QString badReplay() { return tr("0 to 1,000 would be accepted."); }

    // Secrets
    static QString lockedLead() { return tr("Secrets are in an encrypted file."); }
    static QString lockedBody(int sources) { return tr("%n source(s) wait for its passphrase.", nullptr, sources); }
    static QString unlockLink() { return tr("Give the passphrase"); }
    static QString unlockTitle() { return tr("Open the file of secrets"); }
    static QString unlock() { return tr("Open"); }
    static QString missingLead(int sources) { return tr("The secret of %n source(s) is not there.", nullptr, sources); }
    static QString enterLink() { return tr("Enter it"); }
    static QString kept(monitor::SecretPlace place);
    static QString keptInMemory() { return tr("It is kept until Headroom is closed."); }
    static QString wrongPassphrase() { return tr("The passphrase does not fit, or the file was changed."); }
};

} // namespace headroom::present
