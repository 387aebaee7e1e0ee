from django.db import migrations

from catalog.models.append_only import refuse_updates


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]

    operations = [
        refuse_updates("catalog_price"),
        refuse_updates("catalog_pricetier"),
        refuse_updates("catalog_stockmovement"),
    ]
