"""The window: pages, dialogs and widgets on the services; no rule of the business is here."""
