// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QPushButton;

namespace headroom::ui {

class Card;
class SegmentedControl;
class TextLabel;

struct SettingsContent {
    QString language = QStringLiteral("system");  // system, en, zh_CN
    QString theme = QStringLiteral("system");     // system, light, dark
    QString dataFolder;
    QString catalog;                              // version and date, as a sentence
    QString version;                              // of the program
};

// Language, theme, and where things are. What a person chooses counts at once; whoever listens stores it.
class SettingsPage : public QWidget {
Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    void setContent(const SettingsContent &content);
    const SettingsContent &content() const { return m_content; }
    // Stands on top of the page until somebody takes it elsewhere (the window's heading).
    QWidget *headerWidget() const { return m_header; }

signals:
    void languageChosen(const QString &id);
    void themeChosen(const QString &id);
    void openFolderRequested(const QString &folder);
    void guideRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addLine(Card *card, TextLabel *label, QWidget *field);

    SettingsContent m_content;
    QWidget *m_header;
    TextLabel *m_title;
    Card *m_appearance;
    Card *m_data;
    Card *m_about;
    TextLabel *m_languageLabel;
    SegmentedControl *m_language;
    TextLabel *m_themeLabel;
    SegmentedControl *m_theme;
    TextLabel *m_folderLabel;
    TextLabel *m_folder;
    TextLabel *m_folderHelp;
    QPushButton *m_openFolder;
    TextLabel *m_catalogLabel;
    TextLabel *m_catalog;
    TextLabel *m_guideLabel;
    QPushButton *m_guide;
    TextLabel *m_versionLabel;
    TextLabel *m_version;
    TextLabel *m_keysLabel;
    TextLabel *m_keys;
};

} // namespace headroom::ui
