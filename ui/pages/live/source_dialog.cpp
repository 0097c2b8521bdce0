// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/source_dialog.h>

#include <present/texts/source_texts.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/segmented_control.h>

#include <QLineEdit>

namespace headroom::ui {

using present::SourceDraft;
using Texts = present::SourceTexts;

namespace {

constexpr const char *kAccess[] = {"none", "bearer", "basic"};
constexpr const char *kPlaces[] = {"keyring", "file", "memory"};

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

// NaN where it is none, which no field accepts.
double numberIn(const QLineEdit *field)
{
    bool ok = false;
    const double value = field->text().trimmed().toDouble(&ok);
    return ok ? value : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

SourceDialog::SourceDialog(present::LiveViewModel &model, const SourceDraft &draft, QWidget *parent)
    : FormDialog(QStringLiteral("source"), draft.id.isEmpty() ? Texts::newTitle() : Texts::editTitle(), Texts::save(), parent), m_model(model), m_draft(draft)
{
    m_address = addText(QStringLiteral("address"), Texts::address());
    m_address->setText(draft.address);
    m_address->setReadOnly(!draft.id.isEmpty());
    m_title = addText(QStringLiteral("name"), Texts::name(), Texts::nameHint());
    m_title->setText(draft.name);
    m_interval = addText(QStringLiteral("interval"), Texts::interval());
    m_interval->setText(number(draft.intervalSeconds));
    m_replay = addText(QStringLiteral("replay"), Texts::replay(), Texts::replayHint());
    m_replay->setText(number(draft.replaySpeed));
    m_access = new SegmentedControl(this);
    m_access->setName(QStringLiteral("source.access"));
    m_access->setChoices({{QLatin1String(kAccess[0]), Texts::accessNone(), true, {}}, {QLatin1String(kAccess[1]), Texts::accessBearer(), true, {}}, {QLatin1String(kAccess[2]), Texts::accessBasic(), true, {}}});
    m_access->setCurrent(QLatin1String(kAccess[static_cast<int>(draft.access)]));
    addField(Texts::access(), m_access);
    const QString kept = draft.secretKept ? Texts::kept() : QString();
    m_token = addSecret(QStringLiteral("token"), Texts::token(), kept);
    m_user = addText(QStringLiteral("user"), Texts::user(), kept);
    m_password = addSecret(QStringLiteral("password"), Texts::password());
    m_place = new ChoiceField;
    m_place->setName(QStringLiteral("source.place"));
    m_place->setChoices({{QLatin1String(kPlaces[0]), Texts::placeKeyring(), true, {}}, {QLatin1String(kPlaces[1]), Texts::placeFile(), true, {}}, {QLatin1String(kPlaces[2]), Texts::placeMemory(), true, {}}});
    addField(Texts::place(), m_place);
    const monitor::SecretsState &secrets = model.secrets();
    // Where the file is in use it is the person's choice already; a keyring that fails is not offered first.
    m_place->setCurrent(QLatin1String(kPlaces[secrets.open || secrets.locked ? 1 : secrets.keyringFault.empty() ? 0 : 2]));
    m_fault = new TextLabel(secrets.keyringFault.empty() ? QString() : Texts::keyringFault(QString::fromStdString(secrets.keyringFault)), TextRole::Caption, Tone::Secondary, this);
    m_fault->setObjectName(QStringLiteral("source.keyringFault"));
    addNote(m_fault);
    m_passphrase = addSecret(QStringLiteral("passphrase"), secrets.locked ? Texts::passphrase() : Texts::newPassphrase());
    m_repeat = addSecret(QStringLiteral("repeat"), Texts::repeat());
    m_passphraseHelp = new TextLabel(Texts::passphraseHelp(), TextRole::Caption, Tone::Secondary, this);
    addNote(m_passphraseHelp);
    m_ca = addFile(QStringLiteral("ca"), Texts::ca(), Texts::pemHint(), Texts::choose(), Texts::pemFilter());
    m_cert = addFile(QStringLiteral("cert"), Texts::cert(), Texts::pemHint(), Texts::choose(), Texts::pemFilter());
    m_key = addFile(QStringLiteral("key"), Texts::key(), Texts::pemHint(), Texts::choose(), Texts::pemFilter());
    m_proxy = addText(QStringLiteral("proxy"), Texts::proxy(), Texts::proxyHint());
    m_tenant = addText(QStringLiteral("tenant"), Texts::tenant(), Texts::tenantHint());
    m_ca->setText(draft.caFile);
    m_cert->setText(draft.certFile);
    m_key->setText(draft.keyFile);
    m_proxy->setText(draft.proxy);
    m_tenant->setText(draft.tenant);
    setLineVisible(m_replay, draft.recording);
    for (QLineEdit *overNetwork : {m_ca, m_cert, m_key, m_proxy, m_tenant})
        setLineVisible(overNetwork, !draft.recording);
    setLineVisible(m_access, !draft.recording);
    connect(m_access, &SegmentedControl::chosen, this, &SourceDialog::showLines);
    connect(m_place, &ChoiceField::chosen, this, &SourceDialog::showLines);
    showLines();
}

void SourceDialog::showLines()
{
    const SourceDraft now = drafted();
    const monitor::SecretsState &secrets = m_model.secrets();
    const bool secret = now.access != SourceDraft::Access::None && !now.recording;
    const bool file = secret && now.place == monitor::SecretPlace::File && !secrets.open;
    setLineVisible(m_token, secret && now.access == SourceDraft::Access::Bearer);
    setLineVisible(m_user, secret && now.access == SourceDraft::Access::Basic);
    setLineVisible(m_password, secret && now.access == SourceDraft::Access::Basic);
    setLineVisible(m_place, secret);
    m_fault->setVisible(secret && !secrets.keyringFault.empty() && now.place != monitor::SecretPlace::File);
    setLineVisible(m_passphrase, file);
    setLineVisible(m_repeat, file && !secrets.locked);
    m_passphraseHelp->setVisible(file);
    adjustSize();
}

SourceDraft SourceDialog::drafted() const
{
    SourceDraft draft = m_draft;
    draft.address = m_address->text().trimmed();
    draft.name = m_title->text().trimmed();
    draft.intervalSeconds = numberIn(m_interval);
    draft.replaySpeed = numberIn(m_replay);
    for (int i = 0; i < 3; ++i) {
        if (m_access->current() == QLatin1String(kAccess[i]))
            draft.access = static_cast<SourceDraft::Access>(i);
        if (m_place->current() == QLatin1String(kPlaces[i]))
            draft.place = static_cast<monitor::SecretPlace>(i);
    }
    // A secret of another kind than the one that is kept has to be typed.
    draft.secretKept = m_draft.secretKept && draft.access == m_draft.access;
    draft.token = m_token->text();
    draft.user = m_user->text();
    draft.password = m_password->text();
    draft.passphrase = m_passphrase->text();
    draft.caFile = m_ca->text().trimmed();
    draft.certFile = m_cert->text().trimmed();
    draft.keyFile = m_key->text().trimmed();
    draft.proxy = m_proxy->text().trimmed();
    draft.tenant = m_tenant->text().trimmed();
    return draft;
}

bool SourceDialog::take()
{
    const SourceDraft draft = drafted();
    const monitor::SecretsState &secrets = m_model.secrets();
    if (m_repeat->isVisibleTo(this) && draft.passphrase != m_repeat->text()) {
        showProblem(QStringLiteral("source.repeat"), Texts::badRepeat());
        return false;
    }
    std::optional<present::DraftProblem> problem = problemOf(draft, secrets.open);
    if (!problem)
        problem = m_model.putSource(draft);
    if (problem)
        showProblem(problem->field, problem->sentence);
    return !problem;
}

UnlockDialog::UnlockDialog(QWidget *parent) : FormDialog(QStringLiteral("unlock"), Texts::unlockTitle(), Texts::unlock(), parent)
{
    m_passphrase = addSecret(QStringLiteral("passphrase"), Texts::passphrase());
}

bool UnlockDialog::take()
{
    if (m_passphrase->text().isEmpty()) {
        showProblem(QStringLiteral("unlock.passphrase"), Texts::badPassphrase());
        return false;
    }
    emit passphraseGiven(m_passphrase->text());
    return true;
}

} // namespace headroom::ui
