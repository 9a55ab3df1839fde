"""Makes or repairs .venv, and does nothing when it is ready: python tools/setup.py"""

import os
import sys

# The folder above, so that `tools` is found from anywhere, instead of the folder of this script.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from tools.environment import main  # tools/__init__.py ends here when this Python is too old

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
