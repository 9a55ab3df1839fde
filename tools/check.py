"""Runs every check: python tools/check.py (or, without the slow ones, tools/check.py fast)"""

import os
import sys

# The folder above, so that `tools` is found from anywhere, instead of the folder of this script.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from tools.checks import main  # tools/__init__.py ends here when this Python is too old

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
