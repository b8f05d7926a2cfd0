"""Words: from views, events and intents to plain sentences, and from typed words to actions. No markup, no colour."""
