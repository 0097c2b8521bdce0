// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/list_editor.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <present/texts/field_choices.h>
#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QAbstractButton>
#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace headroom::ui {

using present::FieldChoices;
using present::FieldTexts;
using present::PlanTexts;

namespace {

constexpr int kIdRole = Qt::UserRole + 1;

// Looks like a closed list: what is chosen, and a mark that it opens.
class OpenButton : public QAbstractButton {
public:
    explicit OpenButton(QWidget *parent) : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {160, 30}; }
    QSize minimumSizeHint() const override { return {90, 30}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        drawRoundedBox(painter, rect(), underMouse() ? tokens.surfaceHover : tokens.surface, tokens.border, kRadiusControl);
        const QFont font = fontOf(TextRole::Body);
        painter.setFont(font);
        painter.setPen(tokens.text);
        const QRect room = rect().adjusted(kSpaceS + 2, 0, -26, 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(text(), Qt::ElideRight, room.width()));
        drawIcon(painter, QStringLiteral("chevron-down"), tokens.textSecondary, QRectF(width() - 22, (height() - 14) / 2.0, 14, 14));
        if (hasFocus())
            drawFocusRing(painter, QRectF(rect()), tokens, kRadiusControl);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
};

class PopupFrame : public QFrame {
public:
    explicit PopupFrame(QWidget *parent) : QFrame(parent, Qt::Popup) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), tokens.surface);
        painter.setPen(tokens.borderStrong);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

// A click anywhere on a row ticks it, not only on its box; so does the space bar.
class RowTickDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override
    {
        if (event->type() == QEvent::MouseButtonRelease) {
            const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        return event->type() == QEvent::KeyPress && QStyledItemDelegate::editorEvent(event, model, option, index);
    }
};

} // namespace

ListEditor::ListEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box)), m_button(new OpenButton(m_box)),
      m_popup(new PopupFrame(m_box)), m_search(new QLineEdit(m_popup)), m_list(new QListView(m_popup)), m_clear(new LinkButton(QString(), m_popup)),
      m_items(new QStandardItemModel(this)), m_filtered(new QSortFilterProxyModel(this))
{
    m_box->setObjectName(field.id);
    m_button->setObjectName(field.id + QStringLiteral(".button"));
    m_popup->setObjectName(field.id + QStringLiteral(".popup"));
    m_search->setObjectName(field.id + QStringLiteral(".search"));
    m_list->setObjectName(field.id + QStringLiteral(".list"));
    m_clear->setObjectName(field.id + QStringLiteral(".clear"));
    auto *row = new QHBoxLayout(m_box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpaceM);
    row->addWidget(m_label, 0);
    row->addWidget(m_button, 1);
    m_label->setBuddy(m_button);

    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(kSpaceS, kSpaceS, kSpaceS, kSpaceS);
    layout->setSpacing(kSpaceS);
    auto *head = new QHBoxLayout;
    head->addWidget(m_search, 1);
    head->addWidget(m_clear, 0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_filtered->setSourceModel(m_items);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new RowTickDelegate(m_list));

    connect(m_button, &QAbstractButton::clicked, this, &ListEditor::openList);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_items, &QStandardItemModel::itemChanged, this, &ListEditor::takeTicks);
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        setValue(QStringList());
        m_session.endGesture();
        fillList();
    });
}

QStringList ListEditor::chosen() const
{
    return value().toStringList();
}

void ListEditor::showValue()
{
    m_button->setText(FieldTexts::valueText(id(), value(), *m_session.catalog()));
    m_button->setToolTip(chosen().size() > 1 ? m_button->text() : FieldTexts::help(id()));
    m_button->setAccessibleDescription(m_button->text());
}

void ListEditor::retranslate()
{
    m_label->setText(FieldTexts::label(id()));
    m_box->setToolTip(FieldTexts::help(id()));
    m_button->setAccessibleName(FieldTexts::label(id()));
    m_search->setPlaceholderText(PlanTexts::search());
    m_search->setAccessibleName(PlanTexts::search());
    m_list->setAccessibleName(FieldTexts::label(id()));
    m_clear->setText(PlanTexts::clear());
    showValue();
}

void ListEditor::fillList()
{
    m_filling = true;
    // Ids may be aliases or stand in another case: a GPU is ticked whatever name it was chosen by.
    QStringList ticked;
    for (const QString &id : chosen()) {
        const core::Gpu *gpu = m_field.group == present::FieldGroup::Money ? nullptr : m_session.catalog()->findGpu(id.toStdString());
        ticked.append((gpu ? QString::fromStdString(gpu->id) : id).toLower());
    }
    m_items->clear();
    for (const present::FieldChoice &choice : FieldChoices::of(id(), *m_session.catalog())) {
        const QString indent = m_field.group == present::FieldGroup::Money && !choice.group.isEmpty() ? QStringLiteral("      ") + choice.group + u' ' : QString();
        auto *item = new QStandardItem(indent + (choice.detail.isEmpty() ? choice.label : choice.label + QStringLiteral("  ·  ") + choice.detail));
        item->setData(choice.id, kIdRole);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool on = ticked.contains(choice.id.toLower());
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        m_items->appendRow(item);
    }
    m_filling = false;
}

void ListEditor::openList()
{
    m_search->clear();
    fillList();
    const int rows = qMin(m_items->rowCount(), 12);
    const QSize size(qMax(m_box->width(), 300), 60 + rows * qMax(m_list->sizeHintForRow(0), 24));
    QPoint place = m_box->mapToGlobal(QPoint(0, m_box->height() + 2));
    if (const QScreen *screen = m_box->screen(); screen && place.y() + size.height() > screen->availableGeometry().bottom())
        place.setY(qMax(screen->availableGeometry().top(), m_box->mapToGlobal(QPoint(0, 0)).y() - size.height() - 2));
    m_popup->setGeometry(QRect(place, size));
    m_popup->show();
    m_list->setCurrentIndex(m_filtered->index(0, 0));
    m_search->setFocus();
}

void ListEditor::takeTicks()
{
    if (m_filling)
        return;
    QStringList ids;
    for (int row = 0; row < m_items->rowCount(); ++row)
        if (m_items->item(row)->checkState() == Qt::Checked)
            ids.append(m_items->item(row)->data(kIdRole).toString());
    setValue(ids);
}

bool ListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
            m_list->setFocus();
            return true;
        }
        const bool done = key == Qt::Key_Return || key == Qt::Key_Enter;
        // Return after searching ticks what was found; else it closes.
        if (done && watched == m_search && !m_search->text().isEmpty()) {
            const QModelIndex found = m_filtered->index(0, 0);
            if (found.isValid())
                m_filtered->setData(found, found.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            m_search->selectAll();
            return true;
        }
        if (done) {
            m_popup->close();
            m_session.endGesture();
            m_button->setFocus();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace headroom::ui
