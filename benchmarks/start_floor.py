"""What starting costs at the least: Qt and SQLAlchemy imported, an empty window shown."""

import time

import sqlalchemy
from PySide6.QtWidgets import QApplication, QWidget

assert sqlalchemy
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
print(time.monotonic(), flush=True)
