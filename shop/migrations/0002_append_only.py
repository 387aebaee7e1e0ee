from django.db import migrations

from catalog.models.append_only import refuse_updates


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]

    operations = [refuse_updates("shop_entry"), refuse_updates("shop_storedfile")]
