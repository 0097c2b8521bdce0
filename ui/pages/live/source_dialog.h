// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view_model.h>
#include <ui/widgets/form_dialog.h>

namespace headroom::ui {

class ChoiceField;
class SegmentedControl;

// How a source is reached: a new one, or one that is watched. Secrets are typed here and shown nowhere.
class SourceDialog : public FormDialog {
Q_OBJECT

public:
    SourceDialog(present::LiveViewModel &model, const present::SourceDraft &draft, QWidget *parent); // `model` outlives the dialog

protected:
    bool take() override;

private:
    present::SourceDraft drafted() const;
    void showLines();

    present::LiveViewModel &m_model;
    present::SourceDraft m_draft;
    QLineEdit *m_address;
    QLineEdit *m_title;
    QLineEdit *m_interval;
    QLineEdit *m_replay;
    SegmentedControl *m_access;
    QLineEdit *m_token;
    QLineEdit *m_user;
    QLineEdit *m_password;
    ChoiceField *m_place;
    TextLabel *m_fault;
    QLineEdit *m_passphrase;
    QLineEdit *m_repeat;
    TextLabel *m_passphraseHelp;
    QLineEdit *m_ca;
    QLineEdit *m_cert;
    QLineEdit *m_key;
    QLineEdit *m_proxy;
    QLineEdit *m_tenant;
};

// The passphrase of the file of secrets.
class UnlockDialog : public FormDialog {
Q_OBJECT

public:
    explicit UnlockDialog(QWidget *parent);

signals:
    void passphraseGiven(const QString &passphrase);

protected:
    bool take() override;

private:
    QLineEdit *m_passphrase;
};

} // namespace headroom::ui
