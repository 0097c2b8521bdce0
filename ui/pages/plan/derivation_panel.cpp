// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/derivation_panel.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <present/derivation/derivation_sentences.h>
#include <present/derivation/derivation_texts.h>

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>

namespace headroom::ui {

using present::DerivationModel;
using present::DerivationTexts;

namespace {

QString pathOf(const QModelIndex &index)
{
    QString path;
    for (QModelIndex at = index; at.isValid(); at = at.parent())
        path.prepend(QStringLiteral("/%1").arg(at.row()));
    return path;
}

template<class Visit>
void walk(const QAbstractItemModel &model, const QModelIndex &parent, Visit visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (!model.hasChildren(index))
            continue;
        visit(index);
        walk(model, index, visit);
    }
}

} // namespace

DerivationPanel::DerivationPanel(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Title, Tone::Neutral, this)), m_sentence(new ElidedLabel(TextRole::Caption, Tone::Secondary, this)),
      m_copy(new LinkButton(QString(), this)), m_close(new QToolButton(this)), m_tree(new QTreeView(this))
{
    setObjectName(QStringLiteral("derivation"));
    m_title->setObjectName(QStringLiteral("derivation.title"));
    m_copy->setObjectName(QStringLiteral("derivation.copy"));
    m_close->setObjectName(QStringLiteral("derivation.close"));
    m_tree->setObjectName(QStringLiteral("derivation.tree"));
    setMinimumHeight(150);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceL, kSpaceS + 2, kSpaceL, kSpaceS);
    layout->setSpacing(kSpaceXs);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpaceM);
    head->addWidget(m_title, 0);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_copy, 0);
    head->addWidget(m_close, 0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_tree->setModel(&m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setIndentation(16);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(present::derivationOutline(m_model.derivation())); });
    connect(m_close, &QAbstractButton::clicked, this, &DerivationPanel::closeRequested);
    auto *copy = new QShortcut(QKeySequence::Copy, this);
    copy->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QShortcut::activated, m_copy, &QAbstractButton::click);
    setFocusProxy(m_tree);
    restyle();
}

void DerivationPanel::setDerivation(const QString &title, const core::Derivation &derivation)
{
    const bool same = title == m_title->text() && m_model.rowCount() > 0 && derivation.key == m_model.derivation().key;
    QSet<QString> open;
    if (same)
        walk(m_model, {}, [&](const QModelIndex &index) {
            if (m_tree->isExpanded(index))
                open.insert(pathOf(index));
        });
    const QString current = pathOf(m_tree->currentIndex().siblingAtColumn(0));
    m_title->setText(title);
    m_model.setDerivation(derivation);
    m_sentence->setFullText(present::derivationSentences(derivation, 0).value(0));
    walk(m_model, {}, [&](const QModelIndex &index) {
        const QString path = pathOf(index);
        // The figure and what it is made of are open at first.
        m_tree->setExpanded(index, same ? open.contains(path) : path.count(u'/') <= 2);
        if (same && path == current)
            m_tree->setCurrentIndex(index);
    });
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model.index(0, 0));
    if (!same) {
        const int width = m_tree->viewport()->width();
        m_tree->setColumnWidth(DerivationModel::Quantity, qBound(200, width * 34 / 100, 420));
        m_tree->setColumnWidth(DerivationModel::Value, qBound(90, width * 14 / 100, 150));
        m_tree->setColumnWidth(DerivationModel::Formula, qBound(120, width * 24 / 100, 320));
    }
}

void DerivationPanel::retranslate()
{
    m_copy->setText(DerivationTexts::copyText());
    m_close->setToolTip(DerivationTexts::closeText());
    m_close->setAccessibleName(DerivationTexts::closeText());
    m_tree->setAccessibleName(m_title->text());
    m_model.retranslate();
}

void DerivationPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.borderStrong);
}

void DerivationPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void DerivationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void DerivationPanel::restyle()
{
    const Tokens &tokens = tokensOf(this);
    m_close->setIcon(iconFor(QStringLiteral("close"), tokens.textSecondary, tokens.textDisabled));
}

} // namespace headroom::ui
